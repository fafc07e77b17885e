/** What tests of several modules share. */
@NullMarked
package uk.followmycase.support;

import org.jspecify.annotations.NullMarked;
