/** How somebody on a case may safely be reached: what is known, and what officers say. */
@NullMarked
package uk.followmycase.web.officer.safecontact;

import org.jspecify.annotations.NullMarked;
