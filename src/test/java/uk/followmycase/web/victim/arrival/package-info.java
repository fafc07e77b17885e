/** Invitations that are accepted, and those that are not. */
@NullMarked
package uk.followmycase.web.victim.arrival;

import org.jspecify.annotations.NullMarked;
