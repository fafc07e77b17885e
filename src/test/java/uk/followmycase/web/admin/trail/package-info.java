/** Tests of the trail's own parts. */
@NullMarked
package uk.followmycase.web.admin.trail;

import org.jspecify.annotations.NullMarked;
