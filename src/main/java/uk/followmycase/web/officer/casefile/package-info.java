/** One case, as those who work on it see it. */
@NullMarked
package uk.followmycase.web.officer.casefile;

import org.jspecify.annotations.NullMarked;
