/** Tests of the pages. */
@NullMarked
package uk.followmycase.web.outbox;

import org.jspecify.annotations.NullMarked;
