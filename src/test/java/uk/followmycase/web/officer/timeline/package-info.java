@NullMarked
package uk.followmycase.web.officer.timeline;

import org.jspecify.annotations.NullMarked;
