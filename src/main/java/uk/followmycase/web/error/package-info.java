/** What people see when something is wrong. */
@NullMarked
package uk.followmycase.web.error;

import org.jspecify.annotations.NullMarked;
