/** The second, independent proof. */
@NullMarked
package uk.followmycase.web.victim.prove;

import org.jspecify.annotations.NullMarked;
