/** Seals words, blinds what must be found by value, and names rows. */
@NamedInterface("keys")
@NullMarked
package uk.followmycase.tenancy.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
