/** Tests of the trail from the inside. */
@NullMarked
package uk.followmycase.audit.internal;

import org.jspecify.annotations.NullMarked;
