package uk.followmycase.cases.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import uk.followmycase.tenancy.StaffRole;

/** The one table of rights, and its page. */
class DeskPolicyTests {

  private static final DeskPolicy POLICY = DeskPolicy.STANDING;

  @Test
  void pageIsUpToDate() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PolicyPage.PATH, PolicyPage.of(POLICY));
    }
    assertThat(Files.readString(PolicyPage.PATH))
        .as("%s is written from the code; ./dev docs writes it anew", PolicyPage.PATH)
        .isEqualTo(PolicyPage.of(POLICY));
  }

  @Test
  void everyLineCounts() {
    var page = PolicyPage.of(POLICY);
    assertThat(POLICY.lines())
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(PolicyPage.of(POLICY.without(line))).isNotEqualTo(page));
  }

  @Test
  void everyActIsSomebodys() {
    var everybody = EnumSet.allOf(StaffRole.class);
    assertThat(Act.values()).allMatch(act -> POLICY.everAllows(everybody, act));
  }

  @Test
  void whoSetsUpOrWatchesNeverActsOnACase() {
    var cannot = EnumSet.of(StaffRole.FORCE_ADMINISTRATOR, StaffRole.DATA_PROTECTION_OFFICER);
    assertThat(Act.values())
        .filteredOn(Act::aboutCase)
        .hasSizeGreaterThan(15)
        .noneMatch(act -> POLICY.everAllows(cannot, act));
  }

  @Test
  void withoutABondNobodySeesACase() {
    var all = POLICY.acts(EnumSet.allOf(StaffRole.class), Set.of(Bond.NONE));
    assertThat(all.stream().filter(Act::aboutCase))
        .containsExactlyInAnyOrder(Act.RECORD_CALLER, Act.BREAK_GLASS);
  }

  @Test
  void aCallerShowsWhatTheVictimSeesAndWhoIsIn() {
    var acts = POLICY.acts(EnumSet.allOf(StaffRole.class), Set.of(Bond.CALLER));
    acts.remove(Act.LEAVE);
    assertThat(acts).containsExactlyInAnyOrder(Act.SEE_PAGE, Act.SEE_ACCESS, Act.RECORD_CALLER);
  }

  @Test
  void whoMayActMayAlsoSee() {
    var seeing = EnumSet.of(Act.RECORD_CALLER, Act.BREAK_GLASS);
    for (var role : StaffRole.values()) {
      for (var bond : Bond.values()) {
        var acts = POLICY.acts(Set.of(role), Set.of(bond));
        acts.removeAll(seeing);
        if (acts.stream().anyMatch(Act::aboutCase)) {
          assertThat(acts).as(role + " " + bond).contains(Act.SEE_PAGE);
        }
      }
    }
  }

  @Property(tries = 200, seed = "1")
  void aDecisionIsTheStrongestBondThatAllows(
      @ForAll @NotEmpty Set<StaffRole> roles, @ForAll @NotEmpty Set<Bond> bonds, @ForAll Act act) {
    var decided = POLICY.bond(roles, bonds, act);
    assertThat(decided.isPresent()).isEqualTo(POLICY.acts(roles, bonds).contains(act));
    decided.ifPresent(
        bond ->
            assertThat(bonds)
                .contains(bond)
                .filteredOn(other -> other.compareTo(bond) < 0)
                .noneMatch(other -> POLICY.acts(roles, Set.of(other)).contains(act)));
  }

  @Property(tries = 200, seed = "1")
  void moreRolesAndBondsNeverAllowLess(
      @ForAll Set<StaffRole> roles, @ForAll StaffRole more, @ForAll Set<Bond> bonds) {
    var wider = Stream.concat(roles.stream(), Stream.of(more)).toList();
    assertThat(POLICY.acts(wider, EnumSet.allOf(Bond.class)))
        .containsAll(POLICY.acts(roles, bonds));
  }
}
