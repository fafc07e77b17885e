/** How a case file is kept. */
@NullMarked
package uk.followmycase.cases.internal;

import org.jspecify.annotations.NullMarked;
