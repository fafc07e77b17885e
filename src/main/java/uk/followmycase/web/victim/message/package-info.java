/** A message is checked, and a code from one that holds no link is typed. */
@NullMarked
package uk.followmycase.web.victim.message;

import org.jspecify.annotations.NullMarked;
