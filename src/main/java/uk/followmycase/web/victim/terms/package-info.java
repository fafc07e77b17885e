/** What somebody agrees to before a case is shown. */
@NullMarked
package uk.followmycase.web.victim.terms;

import org.jspecify.annotations.NullMarked;
