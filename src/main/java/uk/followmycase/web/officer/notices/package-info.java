/** What supervisors and data protection officers must read. */
@NullMarked
package uk.followmycase.web.officer.notices;

import org.jspecify.annotations.NullMarked;
