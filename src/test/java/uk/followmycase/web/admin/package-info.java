/** Tests of those who watch over a force, and over all of them. */
@NullMarked
package uk.followmycase.web.admin;

import org.jspecify.annotations.NullMarked;
