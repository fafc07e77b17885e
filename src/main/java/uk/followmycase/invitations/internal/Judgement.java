package uk.followmycase.invitations.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.cases.events.CasesJudged.Reach;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;

/**
 * What a verdict means for somebody's invitations.
 *
 * @param person as judged now
 * @param history what was asked of this person before
 * @param plan how the person may safely be reached
 * @param linkBy the force's choice where a link can go by either channel
 */
record Judgement(Judged person, History history, Plan plan, Channel linkBy) {

  /** What is to be done. */
  sealed interface Step {

    /** The live invitation that it changes; null when it changes none. */
    default @Nullable Invitation live() {
      return null;
    }

    /** Nothing. */
    record Leave() implements Step {}

    /** Ask the person in. */
    record Ask(Judged person, Wanted wanted) implements Step {}

    /** Ask for the force's code. */
    record Tighten(Invitation live) implements Step {}

    /** Take the live invitation back. */
    record TakeBack(Invitation live, Ending why) implements Step {}

    /** Take the live invitation back and ask anew. */
    record AskAnew(Invitation live, Ending why, Ask ask) implements Step {}
  }

  Step step() {
    return history.live().map(this::withLive).orElseGet(this::withoutLive);
  }

  private Step withLive(Invitation live) {
    var wanted = wanted();
    if (wanted.isEmpty()) {
      return new Step.TakeBack(live, why());
    }
    if (linkIsLost() || live.channel() != wanted.get().channel()) {
      return new Step.AskAnew(live, Ending.CONTACTS_CHANGED, new Step.Ask(person, wanted.get()));
    }
    return wanted.get().proof().strict() && !live.proof().strict()
        ? new Step.Tighten(live)
        : new Step.Leave();
  }

  /** Whether it may have gone to a contact that is none, or no longer. */
  private boolean linkIsLost() {
    return person.contactsChanged() || person.contactGivenUp();
  }

  /** Who said "not for me" is left alone until the force knows another way to reach them. */
  private Step withoutLive() {
    if (history.refused() && !person.contactsChanged()) {
      return new Step.Leave();
    }
    return wanted().<Step>map(wish -> new Step.Ask(person, wish)).orElseGet(Step.Leave::new);
  }

  private Optional<Wanted> wanted() {
    return eligible() && !person.alreadyIn()
        ? Wanted.of(standing(), usable(), linkBy)
        : Optional.empty();
  }

  private boolean eligible() {
    return switch (person.standing()) {
      case ELIGIBLE_STANDARD, ELIGIBLE_STRICT -> true;
      case NOT_ELIGIBLE, NEEDS_PERSON, GONE -> false;
    };
  }

  /** What others can look at proves nothing. */
  private Standing standing() {
    return plan.sharedDevice() ? Standing.ELIGIBLE_STRICT : person.standing();
  }

  private Set<Reach> usable() {
    var usable = EnumSet.noneOf(Reach.class);
    usable.addAll(person.reachable());
    usable.removeIf(reach -> !plan.channels().contains(Channel.valueOf(reach.name())));
    history.stopped().forEach(channel -> usable.remove(Reach.valueOf(channel.name())));
    return usable;
  }

  private Ending why() {
    return switch (person.standing()) {
      case NOT_ELIGIBLE -> Ending.NOT_ELIGIBLE;
      case NEEDS_PERSON -> Ending.NEEDS_PERSON;
      case GONE -> Ending.GONE;
      case ELIGIBLE_STANDARD, ELIGIBLE_STRICT ->
          person.alreadyIn() ? Ending.ALREADY_IN : Ending.UNREACHABLE;
    };
  }
}
