/** Open cases by what is due. */
@NullMarked
package uk.followmycase.web.officer.worklist;

import org.jspecify.annotations.NullMarked;
