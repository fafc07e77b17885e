package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.cases.events.CasesJudged.Reach;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.invitations.internal.Judgement.Step;

/** What a verdict means, in memory. */
class JudgementTests {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Set<Reach> BOTH = EnumSet.allOf(Reach.class);

  @Test
  void linkGoesByTheForcesChoiceAndTheCodeByTheOther() {
    assertThat(wanted(Standing.ELIGIBLE_STANDARD, BOTH, Channel.EMAIL))
        .isEqualTo(new Wanted(Channel.EMAIL, Proof.STANDARD));
    assertThat(wanted(Standing.ELIGIBLE_STANDARD, BOTH, Channel.TEXT))
        .isEqualTo(new Wanted(Channel.TEXT, Proof.STANDARD));
  }

  @Test
  void aLoneContactIsNeverTwoProofs() {
    assertThat(wanted(Standing.ELIGIBLE_STANDARD, Set.of(Reach.TEXT), Channel.EMAIL))
        .isEqualTo(new Wanted(Channel.TEXT, Proof.STRICT));
  }

  @Test
  void strictStaysStrictWithAnyContacts() {
    assertThat(wanted(Standing.ELIGIBLE_STRICT, BOTH, Channel.EMAIL).proof())
        .isEqualTo(Proof.STRICT);
    assertThat(wanted(Standing.ELIGIBLE_STRICT, Set.of(Reach.EMAIL), Channel.TEXT))
        .isEqualTo(new Wanted(Channel.EMAIL, Proof.STRICT));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_ELIGIBLE", "NEEDS_PERSON", "GONE"})
  void whoMayNotBeInvitedIsNotAndIsTakenBack(Standing standing) {
    assertThat(step(judged(standing, BOTH, false, false), null)).isEqualTo(new Step.Leave());
    var live = live(Proof.STANDARD);
    assertThat(step(judged(standing, BOTH, false, false), live))
        .isEqualTo(new Step.TakeBack(live, Ending.valueOf(standing.name())));
  }

  @Test
  void whoIsInIsNotInvitedAgain() {
    var in = judged(Standing.ELIGIBLE_STANDARD, BOTH, true, true);
    assertThat(step(in, null)).isEqualTo(new Step.Leave());
    var live = live(Proof.STANDARD);
    assertThat(step(in, live)).isEqualTo(new Step.TakeBack(live, Ending.ALREADY_IN));
    assertThat(step(in, ended(Invitation::accept))).isEqualTo(new Step.Leave());
  }

  @Test
  void nobodyUnreachableIsAsked() {
    var silent = judged(Standing.ELIGIBLE_STANDARD, Set.of(), false, false);
    assertThat(step(silent, null)).isEqualTo(new Step.Leave());
    var live = live(Proof.STANDARD);
    assertThat(step(silent, live)).isEqualTo(new Step.TakeBack(live, Ending.UNREACHABLE));
  }

  @Test
  void nothingHappensWhenNothingChanged() {
    assertThat(step(eligible(false), live(Proof.STANDARD))).isEqualTo(new Step.Leave());
  }

  @Test
  void dangerIsObeyedAtOnceAndSafetyNever() {
    var live = live(Proof.STANDARD);
    assertThat(step(judged(Standing.ELIGIBLE_STRICT, BOTH, false, false), live))
        .isEqualTo(new Step.Tighten(live));
    assertThat(step(eligible(false), live(Proof.STRICT))).isEqualTo(new Step.Leave());
  }

  @Test
  void changedContactsKillALinkThatMayBeInTheWrongHands() {
    var live = live(Proof.STANDARD);
    assertThat(step(eligible(true), live))
        .isInstanceOfSatisfying(
            Step.AskAnew.class,
            anew -> {
              assertThat(anew.live()).isEqualTo(live);
              assertThat(anew.why()).isEqualTo(Ending.CONTACTS_CHANGED);
            });
  }

  @Test
  void whoIsEligibleAgainIsAskedAgain() {
    var taken = ended((invitation, now) -> invitation.cancel(Ending.NEEDS_PERSON, now));
    assertThat(step(eligible(false), taken)).isInstanceOf(Step.Ask.class);
    assertThat(step(eligible(false), ended(Invitation::expire))).isInstanceOf(Step.Ask.class);
    assertThat(step(eligible(false), ended(Invitation::accept)))
        .as("whose access ended since")
        .isInstanceOf(Step.Ask.class);
  }

  @Test
  void whoSaidNotForMeIsReachedOnlyAnotherWay() {
    var refused = ended(Invitation::refuse);
    assertThat(step(eligible(false), refused)).isEqualTo(new Step.Leave());
    var history = new History(refused, Set.of(Channel.EMAIL));
    assertThat(new Judgement(eligible(true), history, Plan.NONE, Channel.EMAIL).step())
        .isEqualTo(new Step.Ask(eligible(true), new Wanted(Channel.TEXT, Proof.STRICT)));
    var both = new History(refused, EnumSet.allOf(Channel.class));
    assertThat(new Judgement(eligible(true), both, Plan.NONE, Channel.EMAIL).step())
        .isEqualTo(new Step.Leave());
  }

  @Test
  void aLinkThatWentToAContactThatIsGivenUpIsSentAnewButWhoRefusedIsLeftAlone() {
    var lost =
        new Judged(
            new UUID(1, 1), new UUID(2, 2), Standing.ELIGIBLE_STANDARD, BOTH, false, false, true);
    assertThat(step(lost, live(Proof.STANDARD))).isInstanceOf(Step.AskAnew.class);
    assertThat(step(lost, ended(Invitation::refuse))).isEqualTo(new Step.Leave());
  }

  private static Wanted wanted(Standing standing, Set<Reach> reach, Channel linkBy) {
    return Wanted.of(standing, reach, linkBy).orElseThrow();
  }

  private static Step step(Judged person, @Nullable Invitation latest) {
    return new Judgement(person, new History(latest, Set.of()), Plan.NONE, Channel.EMAIL).step();
  }

  private static Judged eligible(boolean contactsChanged) {
    return judged(Standing.ELIGIBLE_STANDARD, BOTH, false, contactsChanged);
  }

  private static Judged judged(
      Standing standing, Set<Reach> reach, boolean alreadyIn, boolean contactsChanged) {
    return new Judged(
        new UUID(1, 1), new UUID(2, 2), standing, reach, alreadyIn, contactsChanged, false);
  }

  private static Invitation live(Proof proof) {
    var invitation = InvitationTests.made(proof);
    invitation.send(InvitationTests.digest(1), NOW, InvitationTests.rules(Duration.ofDays(7)));
    return invitation;
  }

  private static Invitation ended(java.util.function.BiConsumer<Invitation, Instant> ending) {
    var invitation = live(Proof.STANDARD);
    invitation.prove(NOW);
    ending.accept(invitation, NOW);
    return invitation;
  }
}
