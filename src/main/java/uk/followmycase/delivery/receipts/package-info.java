/** Where providers tell what became of what they took. */
@NullMarked
package uk.followmycase.delivery.receipts;

import org.jspecify.annotations.NullMarked;
