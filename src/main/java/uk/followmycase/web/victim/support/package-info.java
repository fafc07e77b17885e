/** Who can help. */
@NullMarked
package uk.followmycase.web.victim.support;

import org.jspecify.annotations.NullMarked;
