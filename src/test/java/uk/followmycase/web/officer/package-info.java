@NullMarked
package uk.followmycase.web.officer;

import org.jspecify.annotations.NullMarked;
