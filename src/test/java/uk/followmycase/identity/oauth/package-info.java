/** Tests of tokens and filter chains from the inside. */
@NullMarked
package uk.followmycase.identity.oauth;

import org.jspecify.annotations.NullMarked;
