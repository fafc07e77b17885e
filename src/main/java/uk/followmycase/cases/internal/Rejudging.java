package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.internal.Standings.Judged;

/** Judges a case again because a person of the force did something, and draws what follows. */
@Component
class Rejudging {

  private final Judging judging;
  private final Consequences consequences;
  private final IntakeTrail trail;

  Rejudging(Judging judging, Consequences consequences, IntakeTrail trail) {
    this.judging = judging;
    this.consequences = consequences;
    this.trail = trail;
  }

  List<Judged> of(UUID caseId) {
    var judged = judging.again(caseId);
    trail.again(judged, consequences.draw(judged, Set.of()));
    return judged;
  }
}
