package uk.followmycase.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.cases.desk.DeskPolicy;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;

/**
 * Who is at a desk, and where they can go.
 *
 * @param name empty where the provider names none
 * @param rooms that are open to them
 * @param waiting how much waits for them
 * @param here the room that the page belongs to; null outside of all
 */
public record AtDesk(
    String name,
    @Nullable String collarNumber,
    Set<StaffRole> roles,
    List<DeskRoom> rooms,
    DeskCounts.Waiting waiting,
    @Nullable DeskRoom here) {

  /** Under this a page that has counted its reader's tasks says how many no colleague is at. */
  public static final String TASKS = "tasksFree";

  static AtDesk of(StaffMember member, String address, DeskCounts.Waiting waiting) {
    var rooms =
        Stream.of(DeskRoom.values())
            .filter(room -> DeskPolicy.STANDING.everAllows(member.roles(), room.act()))
            .toList();
    var here = rooms.stream().filter(room -> room.address().equals(address)).findFirst();
    return new AtDesk(
        member.displayName(),
        member.collarNumber(),
        member.roles(),
        rooms,
        waiting,
        here.orElse(null));
  }

  /** Whether one of the roles may ever do this, whatever the case. */
  public boolean may(Act act) {
    return DeskPolicy.STANDING.everAllows(roles, act);
  }

  /** How much waits in a room, as one reads it; empty where nothing does. */
  public String waiting(DeskRoom room) {
    var number =
        switch (room) {
          case TASKS -> waiting.tasks();
          case NOTICES -> waiting.notices();
          default -> 0;
        };
    if (number == 0) {
      return "";
    }
    return number < DeskCounts.MANY ? Integer.toString(number) : DeskCounts.MANY - 1 + "+";
  }

  /** Names of the roles. */
  public String roles(Words t) {
    return roles.stream()
        .sorted()
        .map(role -> t.say("desk.role." + key(role)))
        .collect(Collectors.joining(", "));
  }

  private static String key(StaffRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
