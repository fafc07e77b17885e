/** What is promised stays true when the product is killed in the middle of keeping it. */
@NullMarked
package uk.followmycase.robustness;

import org.jspecify.annotations.NullMarked;
