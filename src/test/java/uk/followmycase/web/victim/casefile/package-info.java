/** Tests of the pages. */
@NullMarked
package uk.followmycase.web.victim.casefile;

import org.jspecify.annotations.NullMarked;
