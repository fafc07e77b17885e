/** Configures the frameworks. It stands outside the base package, so no module can lean on it. */
@NullMarked
package followmycase.platform;

import org.jspecify.annotations.NullMarked;
