/** After the desk. */
@NullMarked
package uk.followmycase.web.officer.signedout;

import org.jspecify.annotations.NullMarked;
