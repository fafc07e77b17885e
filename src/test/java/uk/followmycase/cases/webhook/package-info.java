@NullMarked
package uk.followmycase.cases.webhook;

import org.jspecify.annotations.NullMarked;
