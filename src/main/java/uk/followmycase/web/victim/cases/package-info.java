/** The list of somebody's cases. */
@NullMarked
package uk.followmycase.web.victim.cases;

import org.jspecify.annotations.NullMarked;
