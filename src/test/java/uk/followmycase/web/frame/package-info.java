@NullMarked
package uk.followmycase.web.frame;

import org.jspecify.annotations.NullMarked;
