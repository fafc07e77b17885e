package uk.followmycase.cases.internal;

import uk.followmycase.identity.StaffMember;

/** How colleagues are named to each other. */
final class Colleagues {

  private Colleagues() {}

  /** Name and collar number, or what of them is known. */
  static String named(StaffMember member) {
    var collar = member.collarNumber();
    if (collar == null) {
      return member.displayName();
    }
    return member.displayName().isEmpty() ? collar : member.displayName() + ", " + collar;
  }
}
