/** Where a force's records system gets a code that the force hands over itself. */
@NullMarked
package uk.followmycase.invitations.handover;

import org.jspecify.annotations.NullMarked;
