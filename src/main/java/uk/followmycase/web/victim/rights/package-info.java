/** The Victims' Code in plain words. */
@NullMarked
package uk.followmycase.web.victim.rights;

import org.jspecify.annotations.NullMarked;
