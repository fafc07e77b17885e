/** Seeing a case without a part in it. */
@NullMarked
package uk.followmycase.web.officer.glass;

import org.jspecify.annotations.NullMarked;
