/** Tests of identity, most of them over the wire. */
@NullMarked
package uk.followmycase.identity;

import org.jspecify.annotations.NullMarked;
