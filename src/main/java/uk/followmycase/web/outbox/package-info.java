/** The demonstration's phone and mailbox. */
@NullMarked
package uk.followmycase.web.outbox;

import org.jspecify.annotations.NullMarked;
