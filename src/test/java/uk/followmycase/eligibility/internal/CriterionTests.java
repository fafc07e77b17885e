package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.eligibility.internal.People.TODAY;
import static uk.followmycase.eligibility.internal.People.victim;
import static uk.followmycase.eligibility.internal.Rules.including;

import org.junit.jupiter.api.Test;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Role;

class CriterionTests {

  @Test
  void offenceByGroupClassOrCode() {
    var rules = including("{offence: {groups: [robbery], classes: ['028'], codes: ['008/06']}}");
    assertThat(rules.meets(victim().of("034/01"))).isTrue();
    assertThat(rules.meets(victim().of("028/99"))).isTrue();
    assertThat(rules.meets(victim().of("008/06"))).isTrue();
    assertThat(rules.meets(victim().of("008/07"))).isFalse();
    assertThat(rules.meets(victim().of("010/01"))).isFalse();
    assertThat(rules.meets(victim().of(null))).isFalse();
    assertThat(including("{offence: {unrecorded: true}}").meets(victim().of(null))).isTrue();
  }

  @Test
  void flagsAnyAllAndNone() {
    var rules = including("{flags: {any: [hate, child], all: [vulnerable], none: [business]}}");
    assertThat(rules.meets(victim().flagged(Flag.HATE, Flag.VULNERABLE))).isTrue();
    assertThat(rules.meets(victim().flagged(Flag.VULNERABLE))).isFalse();
    assertThat(rules.meets(victim().flagged(Flag.HATE))).isFalse();
    assertThat(rules.meets(victim().flagged(Flag.HATE, Flag.VULNERABLE, Flag.BUSINESS))).isFalse();
  }

  @Test
  void ageChangesOnTheBirthday() {
    var rules = including("{age: {from: 18, to: 20}}");
    assertThat(rules.meets(victim().born(TODAY.minusYears(18)))).isTrue();
    assertThat(rules.meets(victim().born(TODAY.minusYears(18).plusDays(1)))).isFalse();
    assertThat(rules.meets(victim().born(TODAY.minusYears(21).plusDays(1)))).isTrue();
    assertThat(rules.meets(victim().born(TODAY.minusYears(21)))).isFalse();
    assertThat(rules.meets(victim().born(null))).isFalse();
  }

  @Test
  void anUnknownAgeIsMetOnlyWhereItIsAskedFor() {
    assertThat(including("{age: {unknown: true}}").meets(victim().born(null))).isTrue();
    assertThat(including("{age: {unknown: true}}").meets(victim())).isFalse();
    assertThat(including("{age: {from: 18, unknown: true}}").meets(victim().born(null))).isTrue();
  }

  @Test
  void areaRoleAndState() {
    assertThat(including("{areas: [A1, A2]}").meets(victim())).isTrue();
    assertThat(including("{areas: [B]}").meets(victim())).isFalse();
    assertThat(including("{areas: [B]}").meets(victim().in(null))).isFalse();
    assertThat(including("{roles: [next-of-kin]}").meets(victim().as(Role.NEXT_OF_KIN))).isTrue();
    assertThat(including("{roles: [next-of-kin]}").meets(victim())).isFalse();
    assertThat(including("{closed: false}").meets(victim())).isTrue();
    assertThat(including("{closed: false}").meets(victim().closed())).isFalse();
  }

  @Test
  void channels() {
    var text = victim().reachedBy(true, false);
    var email = victim().reachedBy(false, true);
    var none = victim().reachedBy(false, false);
    assertThat(including("{channel: text}").meets(text)).isTrue();
    assertThat(including("{channel: text}").meets(email)).isFalse();
    assertThat(including("{channel: email}").meets(email)).isTrue();
    assertThat(including("{channel: any}").meets(email)).isTrue();
    assertThat(including("{channel: any}").meets(none)).isFalse();
    assertThat(including("{channel: both}").meets(text)).isFalse();
    assertThat(including("{channel: both}").meets(victim())).isTrue();
    assertThat(including("{channel: none}").meets(none)).isTrue();
    assertThat(including("{channel: none}").meets(text)).isFalse();
  }

  @Test
  void windowsHoldBothEnds() {
    var rules = including("{reported: {from: 2026-02-27, to: 2026-03-01}}");
    assertThat(rules.meets(victim().reported(TODAY))).isTrue();
    assertThat(rules.meets(victim().reported(TODAY.minusDays(2)))).isTrue();
    assertThat(rules.meets(victim().reported(TODAY.minusDays(3)))).isFalse();
    assertThat(rules.meets(victim().reported(TODAY.plusDays(1)))).isFalse();
    assertThat(rules.meets(victim().reported(null))).isFalse();
    assertThat(including("{occurred: {unknown: true}}").meets(victim().reported(null))).isTrue();
    assertThat(including("{occurred: {unknown: true}}").meets(victim())).isFalse();
    assertThat(including("{occurred: {to: 2026-01-01}}").meets(victim())).isFalse();
  }
}
