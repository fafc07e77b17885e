/**
 * Makes up what a records system would send, with all the mess of a real one, and sends it through
 * the public API. It knows the product from outside only, and is no part of the product's jar.
 */
@NullMarked
package followmycase.load;

import org.jspecify.annotations.NullMarked;
