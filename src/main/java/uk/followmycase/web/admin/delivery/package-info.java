/** How a force's notices fare, and what stops them. */
@NullMarked
package uk.followmycase.web.admin.delivery;

import org.jspecify.annotations.NullMarked;
