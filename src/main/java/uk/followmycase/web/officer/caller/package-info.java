/** Somebody on a case calls or comes. */
@NullMarked
package uk.followmycase.web.officer.caller;

import org.jspecify.annotations.NullMarked;
