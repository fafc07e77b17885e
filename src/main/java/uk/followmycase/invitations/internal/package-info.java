/** How an invitation moves from state to state. */
@NullMarked
package uk.followmycase.invitations.internal;

import org.jspecify.annotations.NullMarked;
