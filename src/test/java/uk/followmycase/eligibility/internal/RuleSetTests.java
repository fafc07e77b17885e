package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.eligibility.internal.People.victim;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Clash;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.eligibility.Verdict.Proof;
import uk.followmycase.eligibility.Verdict.Reason;

class RuleSetTests {

  private final Rules rules =
      Rules.of(
          """
          rules:
            - {id: burglary, verdict: eligible, reason: included-crime-type, when: {offence: {groups: [burglary]}}}
            - {id: anybody, verdict: eligible, reason: included-person, when: {roles: [victim]}}
            - {id: hate, verdict: needs-person, reason: decide-hate, when: {flags: {any: [hate]}}}
            - {id: weak, verdict: needs-person, reason: decide-vulnerable, when: {flags: {any: [vulnerable]}}}
            - {id: over, verdict: not-eligible, reason: excluded-closed, when: {closed: true}}
            - {id: police, verdict: not-eligible, reason: excluded-police-victim, when: {flags: {any: [police-victim]}}}
          """);

  @Test
  void allReasonsOfTheDecidingLevelAreGiven() {
    assertThat(rules.judge(victim()))
        .isEqualTo(
            new Verdict.Eligible(
                List.of(
                    new Reason("burglary", "included-crime-type"),
                    new Reason("anybody", "included-person")),
                7,
                Proof.STANDARD));
  }

  @Test
  void aPersonsDecisionBeatsInclusion() {
    assertThat(rules.judge(victim().flagged(Flag.HATE, Flag.VULNERABLE)))
        .isEqualTo(
            new Verdict.NeedsPerson(
                List.of(new Reason("hate", "decide-hate"), new Reason("weak", "decide-vulnerable")),
                7));
  }

  @Test
  void exclusionBeatsBoth() {
    assertThat(rules.judge(victim().flagged(Flag.HATE, Flag.POLICE_VICTIM).closed()))
        .isEqualTo(
            new Verdict.NotEligible(
                List.of(
                    new Reason("over", "excluded-closed"),
                    new Reason("police", "excluded-police-victim")),
                7));
  }

  @Test
  void whereNoRuleSpeaksNobodyIsInvited() {
    assertThat(rules.judge(victim().of("058/00").as(Role.WITNESS)))
        .isEqualTo(new Verdict.NotEligible(List.of(new Reason("no-rule", "no-rule")), 7));
  }

  @ParameterizedTest
  @EnumSource
  void aCollisionBeatsEverything(Clash clash) {
    assertThat(rules.judge(victim().closed().clashing(clash)))
        .isInstanceOfSatisfying(
            Verdict.NeedsPerson.class,
            verdict ->
                assertThat(verdict.reasons())
                    .extracting(Reason::rule)
                    .containsExactly("collision"));
  }

  @Test
  void everyCollisionIsNamed() {
    assertThat(rules.judge(victim().clashing(Clash.values())).reasons())
        .extracting(Reason::key)
        .containsExactly(
            "collision-phone", "collision-email", "collision-address", "collision-person");
  }

  @ParameterizedTest
  @EnumSource
  void strictFlagsMakeTheProofStrict(Flag flag) {
    var strict =
        Set.of(Flag.DOMESTIC_ABUSE, Flag.SEXUAL, Flag.HONOUR_BASED, Flag.STALKING, Flag.CHILD);
    var verdict = Rules.including("{roles: [victim]}").judge(victim().flagged(flag));
    assertThat(((Verdict.Eligible) verdict).proof())
        .isEqualTo(strict.contains(flag) ? Proof.STRICT : Proof.STANDARD);
  }

  @Test
  void sharedOrSingleContactsMakeTheProofStrict() {
    for (var people :
        List.of(
            victim().sharing(),
            victim().reachedBy(true, false),
            victim().reachedBy(false, true),
            victim().reachedBy(false, false))) {
      assertThat(((Verdict.Eligible) rules.judge(people)).proof()).isEqualTo(Proof.STRICT);
    }
  }
}
