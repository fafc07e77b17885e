package uk.followmycase.cases.desk;

import static uk.followmycase.cases.desk.Act.*;
import static uk.followmycase.cases.desk.Bond.*;
import static uk.followmycase.tenancy.StaffRole.*;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.followmycase.tenancy.StaffRole;

/**
 * Who may do what at a desk: the one table. What no line allows is refused. Administrators of a
 * force have no line about cases at all.
 */
public final class DeskPolicy {

  private static final Set<Act> SEEING = EnumSet.of(SEE_PAGE, SEE_ACCESS, SEE_FILE);

  private static final Set<Act> WORKING =
      EnumSet.of(
          SEE_PAGE,
          SEE_ACCESS,
          SEE_FILE,
          ANSWER_TASK,
          CHANGE_PLAN,
          POST_UPDATE,
          CORRECT_UPDATE,
          WITHDRAW_UPDATE,
          INVITE,
          RESEND_INVITATION,
          CANCEL_INVITATION,
          HAND_OVER_CODE,
          REPLACE_CODE,
          SUSPEND_ACCESS,
          ADD_REPRESENTATIVE,
          END_REPRESENTATIVE);

  /** As it stands. */
  public static final DeskPolicy STANDING =
      new DeskPolicy(
          List.of(
              line(OFFICER, NONE, ENTER, DECLARE_CONFLICT),
              line(OFFICER, NONE, SEE_WORK, SEARCH, SEE_TASKS, BREAK_GLASS),
              line(OFFICER, OWN, WORKING),
              line(OFFICER, COVER, WORKING),
              line(OFFICER, BROKEN_GLASS, SEEING, SUSPEND_ACCESS),
              line(SUPERVISOR, NONE, ENTER, DECLARE_CONFLICT, ADD_CONFLICT, LIFT_CONFLICT),
              line(SUPERVISOR, NONE, SEE_WORK, SEARCH, SEE_TASKS, BREAK_GLASS),
              line(SUPERVISOR, NONE, SET_COVER, SEE_NOTICES, SEE_DELIVERY, SEE_STAFF, END_VISITS),
              line(SUPERVISOR, SUPERVISED, WORKING, SEE_READERS, DECIDE),
              line(SUPERVISOR, SUPERVISED, RESTORE_ACCESS, WITHDRAW_ACCESS),
              line(SUPERVISOR, BROKEN_GLASS, SEEING, SUSPEND_ACCESS),
              line(SAFEGUARDING, NONE, ENTER, DECLARE_CONFLICT),
              line(SAFEGUARDING, NONE, SEE_WORK, SEARCH, SEE_TASKS, BREAK_GLASS),
              line(
                  SAFEGUARDING,
                  HELD,
                  SEEING,
                  ANSWER_TASK,
                  DECIDE,
                  CHANGE_PLAN,
                  INVITE,
                  HAND_OVER_CODE,
                  REPLACE_CODE),
              line(SAFEGUARDING, HELD, SUSPEND_ACCESS, RESTORE_ACCESS, END_REPRESENTATIVE),
              line(SAFEGUARDING, BROKEN_GLASS, SEEING, SUSPEND_ACCESS),
              line(CONTACT_HANDLER, NONE, ENTER, DECLARE_CONFLICT),
              line(CONTACT_HANDLER, NONE, SEARCH, RECORD_CALLER),
              line(CONTACT_HANDLER, CALLER, SEE_PAGE, SEE_ACCESS, RECORD_CALLER),
              line(FORCE_ADMINISTRATOR, NONE, ENTER, DECLARE_CONFLICT, SEE_STAFF, END_VISITS),
              line(FORCE_ADMINISTRATOR, NONE, KEEP_OUT, LET_IN),
              line(FORCE_ADMINISTRATOR, NONE, SEE_DELIVERY, SWITCH_CHANNEL),
              line(DATA_PROTECTION_OFFICER, NONE, ENTER, DECLARE_CONFLICT),
              line(DATA_PROTECTION_OFFICER, NONE, ADD_CONFLICT, LIFT_CONFLICT, SEE_NOTICES),
              line(DATA_PROTECTION_OFFICER, NONE, SEE_STAFF, LET_IN),
              line(DATA_PROTECTION_OFFICER, NONE, SEE_TRAIL, EXPORT_TRAIL, APPROVE_EXPORT)));

  private final List<Line> lines;
  private final Map<StaffRole, Map<Bond, Set<Act>>> table = new EnumMap<>(StaffRole.class);

  private DeskPolicy(List<Line> lines) {
    this.lines = lines;
    for (var role : StaffRole.values()) {
      var byBond = new EnumMap<Bond, Set<Act>>(Bond.class);
      for (var bond : Bond.values()) {
        byBond.put(bond, EnumSet.of(LEAVE));
      }
      table.put(role, byBond);
    }
    lines.forEach(line -> cell(line.role, line.bond).addAll(line.acts));
  }

  /**
   * A line of the table.
   *
   * @param acts that this role may do under this bond
   */
  public record Line(StaffRole role, Bond bond, Set<Act> acts) {

    public Line {
      acts = Set.copyOf(acts);
    }
  }

  /** All lines. */
  public List<Line> lines() {
    return lines;
  }

  /** The same table without a line. */
  public DeskPolicy without(Line line) {
    return new DeskPolicy(lines.stream().filter(other -> !other.equals(line)).toList());
  }

  /** Whether any of these roles may ever do this, whatever the case. */
  public boolean everAllows(Collection<StaffRole> roles, Act act) {
    return Stream.of(Bond.values()).anyMatch(bond -> allows(roles, bond, act));
  }

  /** The strongest of these bonds under which any of these roles may do this. */
  public Optional<Bond> bond(Collection<StaffRole> roles, Set<Bond> bonds, Act act) {
    for (var bond : Bond.values()) {
      if (bonds.contains(bond) && allows(roles, bond, act)) {
        return Optional.of(bond);
      }
    }
    return Optional.empty();
  }

  /** Everything that these roles may do together under these bonds. */
  public Set<Act> acts(Collection<StaffRole> roles, Set<Bond> bonds) {
    var all = EnumSet.noneOf(Act.class);
    roles.forEach(role -> bonds.forEach(bond -> all.addAll(cell(role, bond))));
    return all;
  }

  private boolean allows(Collection<StaffRole> roles, Bond bond, Act act) {
    for (var role : roles) {
      if (cell(role, bond).contains(act)) {
        return true;
      }
    }
    return false;
  }

  private Set<Act> cell(StaffRole role, Bond bond) {
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(table.get(role)).get(bond));
  }

  private static Line line(StaffRole role, Bond bond, Act... acts) {
    return new Line(role, bond, Set.of(acts));
  }

  private static Line line(StaffRole role, Bond bond, Set<Act> acts, Act... more) {
    var all = EnumSet.copyOf(acts);
    all.addAll(List.of(more));
    return new Line(role, bond, all);
  }
}
