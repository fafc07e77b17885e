/**
 * Which force is this, and what did that force decide: hosts, brand, wording, references, quiet
 * hours, as numbered revisions.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package uk.followmycase.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
