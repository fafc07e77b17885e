/** Lets somebody see a case for a person on it. */
@NullMarked
package uk.followmycase.web.officer.representative;

import org.jspecify.annotations.NullMarked;
