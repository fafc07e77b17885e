/** After signing out. */
@NullMarked
package uk.followmycase.web.victim.signedout;

import org.jspecify.annotations.NullMarked;
