/** Tests of the platform, and the database that all tests use. */
@NullMarked
package followmycase.platform;

import org.jspecify.annotations.NullMarked;
