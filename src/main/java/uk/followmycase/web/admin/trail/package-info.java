/** Who looked at what, and taking it out by two. */
@NullMarked
package uk.followmycase.web.admin.trail;

import org.jspecify.annotations.NullMarked;
