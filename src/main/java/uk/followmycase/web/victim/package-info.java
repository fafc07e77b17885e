/** The portal of the people it happened to. */
@NullMarked
package uk.followmycase.web.victim;

import org.jspecify.annotations.NullMarked;
