/** Tests of the outbox, its workers and the providers. */
@NullMarked
package uk.followmycase.delivery.internal;

import org.jspecify.annotations.NullMarked;
