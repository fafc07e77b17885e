/** Those who watch over a force. */
@NullMarked
package uk.followmycase.web.admin;

import org.jspecify.annotations.NullMarked;
