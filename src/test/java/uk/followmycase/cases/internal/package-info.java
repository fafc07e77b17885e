/** Tests of how cases are kept. */
@NullMarked
package uk.followmycase.cases.internal;

import org.jspecify.annotations.NullMarked;
