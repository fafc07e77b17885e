/** Tests of how a verdict is reached. */
@NullMarked
package uk.followmycase.eligibility.internal;

import org.jspecify.annotations.NullMarked;
