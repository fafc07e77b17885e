@NullMarked
package uk.followmycase.web.frame.plan;

import org.jspecify.annotations.NullMarked;
