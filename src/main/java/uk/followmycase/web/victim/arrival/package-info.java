/** Somebody has just signed in at a portal. */
@NullMarked
package uk.followmycase.web.victim.arrival;

import org.jspecify.annotations.NullMarked;
