/** One case, as the person it happened to sees it. */
@NullMarked
package uk.followmycase.web.victim.casefile;

import org.jspecify.annotations.NullMarked;
