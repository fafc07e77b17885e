/** Tells forces' own systems that tasks changed: signed, again and again until they hear it. */
@NullMarked
package uk.followmycase.cases.webhook;

import org.jspecify.annotations.NullMarked;
