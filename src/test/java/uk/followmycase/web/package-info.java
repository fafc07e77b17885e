/** Tests of the pages. */
@NullMarked
package uk.followmycase.web;

import org.jspecify.annotations.NullMarked;
