/** The plan of the house as rules over the compiled classes and their sources. */
@NullMarked
package uk.followmycase.architecture;

import org.jspecify.annotations.NullMarked;
