/** What waits for somebody at the desk, and what they do about it. */
@NullMarked
package uk.followmycase.web.officer.tasks;

import org.jspecify.annotations.NullMarked;
