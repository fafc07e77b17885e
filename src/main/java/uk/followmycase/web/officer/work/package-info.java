/** Open cases by what is due. */
@NullMarked
package uk.followmycase.web.officer.work;

import org.jspecify.annotations.NullMarked;
