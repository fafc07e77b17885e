/** How tenancy works inside. */
@NullMarked
package uk.followmycase.tenancy.internal;

import org.jspecify.annotations.NullMarked;
