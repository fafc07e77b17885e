@NullMarked
package uk.followmycase.web.officer.plan;

import org.jspecify.annotations.NullMarked;
