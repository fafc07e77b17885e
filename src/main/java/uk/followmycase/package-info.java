/** Follow My Case: one deployable that serves many police forces. */
@NullMarked
package uk.followmycase;

import org.jspecify.annotations.NullMarked;
