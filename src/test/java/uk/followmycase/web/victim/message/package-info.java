@NullMarked
package uk.followmycase.web.victim.message;

import org.jspecify.annotations.NullMarked;
