/** Tests of tenancy from the inside. */
@NullMarked
package uk.followmycase.tenancy.internal;

import org.jspecify.annotations.NullMarked;
