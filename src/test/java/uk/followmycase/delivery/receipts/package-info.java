@NullMarked
package uk.followmycase.delivery.receipts;

import org.jspecify.annotations.NullMarked;
