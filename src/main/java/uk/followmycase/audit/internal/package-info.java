/** How the trail is written. */
@NullMarked
package uk.followmycase.audit.internal;

import org.jspecify.annotations.NullMarked;
