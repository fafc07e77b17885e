/** How people and machines prove who they are. */
@NullMarked
package uk.followmycase.identity.internal;

import org.jspecify.annotations.NullMarked;
