@NullMarked
package uk.followmycase.web.officer.tasks;

import org.jspecify.annotations.NullMarked;
