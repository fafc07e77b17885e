package uk.followmycase.cases.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Names of staff beside what they did, sealed with their force's key. */
@Component
class StaffName {

  private final ForceKeys keys;

  StaffName(ForceKeys keys) {
    this.keys = keys;
  }

  /** Somebody as their provider named them then. */
  record Named(String name, @Nullable String collarNumber) {

    static Named of(StaffMember who) {
      return new Named(who.displayName(), who.collarNumber());
    }
  }

  byte[] seal(String place, UUID row, StaffMember who) {
    return keys.seal(place, row, Words.bytes(Named.of(who)));
  }

  Named open(String place, UUID row, byte[] sealed) {
    return Words.read(keys.open(place, row, sealed), Named.class);
  }
}
