package uk.followmycase.web.officer.start;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;

/**
 * Who is at the desk.
 *
 * @param name empty where the provider names none
 * @param roles ends of the keys of their names
 */
record DeskStartPage(
    String name, @Nullable String collarNumber, List<String> roles, Instant since) {

  static DeskStartPage of(StaffMember member) {
    return new DeskStartPage(
        member.displayName(),
        member.collarNumber(),
        member.roles().stream()
            .sorted()
            .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        member.signedInAt());
  }
}
