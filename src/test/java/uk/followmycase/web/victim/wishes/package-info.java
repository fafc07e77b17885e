@NullMarked
package uk.followmycase.web.victim.wishes;

import org.jspecify.annotations.NullMarked;
