/**
 * {@code ./dev bench}: what the product adds to the very statements its requests run. Every figure
 * to be quoted is a ratio taken in one run.
 */
@NullMarked
package followmycase.bench;

import org.jspecify.annotations.NullMarked;
