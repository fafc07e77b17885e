/** Who is at the desk, and their end. */
@NullMarked
package uk.followmycase.web.admin.duty;

import org.jspecify.annotations.NullMarked;
