package uk.followmycase.invitations.internal;

import java.util.Optional;
import java.util.Set;
import uk.followmycase.cases.events.CasesJudged.Reach;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.delivery.Channel;

/** The invitation that a verdict asks for: the link's channel, and the proof beside it. */
record Wanted(Channel channel, Proof proof) {

  /**
   * What to do for somebody eligible.
   *
   * @param usable channels that may carry a link or a code
   * @param linkBy the force's choice where there are both
   * @return empty when nothing reaches the person
   */
  static Optional<Wanted> of(Standing standing, Set<Reach> usable, Channel linkBy) {
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    var channel = usable.contains(reach(linkBy)) ? linkBy : linkBy.other();
    var alone = usable.size() == 1;
    var strict = alone || standing == Standing.ELIGIBLE_STRICT;
    return Optional.of(new Wanted(channel, strict ? Proof.STRICT : Proof.STANDARD));
  }

  private static Reach reach(Channel channel) {
    return channel == Channel.TEXT ? Reach.TEXT : Reach.EMAIL;
  }
}
