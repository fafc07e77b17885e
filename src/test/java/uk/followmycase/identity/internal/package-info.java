/** Tests of codes, accounts and sessions from the inside. */
@NullMarked
package uk.followmycase.identity.internal;

import org.jspecify.annotations.NullMarked;
