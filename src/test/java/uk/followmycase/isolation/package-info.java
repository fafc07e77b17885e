/** Proves that no row, page or answer crosses from force to force. */
@NullMarked
package uk.followmycase.isolation;

import org.jspecify.annotations.NullMarked;
