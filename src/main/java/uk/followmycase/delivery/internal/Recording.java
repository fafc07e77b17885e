package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.KeptPlans;

/** The transaction after the call. Whoever lost the lease meanwhile records nothing. */
@Component
class Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

  /** Whatever makes a provider fall silent is most often over by then. */
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  /** What does not count as a try waits no longer than about half a minute. */
  private static final int PATIENT = 5;

  private final NoticeRows rows;
  private final Attempts attempts;
  private final TakenParcels taken;
  private final Endings endings;
  private final Settling settling;
  private final RefusedContacts refused;
  private final Backoff backoff;

  Recording(
      NoticeRows rows,
      Attempts attempts,
      TakenParcels taken,
      Endings endings,
      Settling settling,
      RefusedContacts refused,
      Backoff backoff) {
    this.rows = rows;
    this.attempts = attempts;
    this.taken = taken;
    this.endings = endings;
    this.settling = settling;
    this.refused = refused;
    this.backoff = backoff;
  }

  /** Writes down what came of these parcels, in a fixed number of statements. */
  @Transactional(label = KeptPlans.MARK)
  public void record(List<Outcome> outcomes) {
    var held = TakenParcels.all(outcomes) ? recordTaken(outcomes) : recordOneByOne(outcomes);
    complain(outcomes.size() - held);
  }

  private int recordTaken(List<Outcome> outcomes) {
    var ended = taken.close(outcomes);
    endings.tell(ended);
    return ended.size();
  }

  private static void complain(int late) {
    if (late > 0) {
      LOG.warn("{} outcomes came after their lease", late);
    }
  }

  /** Has done what follows from a refusal; before it is written down. */
  Outcome follow(Outcome outcome) {
    return outcome.andFollowed(refused.follow(outcome));
  }

  /** Each has its own decision; all rows are locked at once, in the order that others keep too. */
  private int recordOneByOne(List<Outcome> outcomes) {
    Map<UUID, Outcome> byNotice =
        outcomes.stream().collect(Collectors.toMap(it -> it.parcel().lease().notice(), it -> it));
    var held = rows.lock(outcomes.stream().map(outcome -> outcome.parcel().lease()).toList());
    var heard = held.stream().map(it -> Objects.requireNonNull(byNotice.get(it.id()))).toList();
    attempts.end(heard);
    rows.taken(heard.stream().filter(outcome -> outcome.handover().taken() > 0).toList());
    settling.settle(
        held.stream()
            .map(it -> decide(it, Objects.requireNonNull(byNotice.get(it.id()))))
            .toList());
    return held.size();
  }

  /** A notice whose words could not be written waits, or is parked. */
  @Transactional
  public void unwritten(Lease lease) {
    settling.settle(
        rows.lock(List.of(lease)).stream()
            .map(
                notice ->
                    backoff.exhausted(lease.tries() + 1)
                        ? Decision.end(notice, Step.GIVE_UP_WRITING, notice.doubtful())
                        : Decision.delay(notice, backoff.after(lease.tries() + 1)))
            .toList());
  }

  private Decision decide(LeasedNotice notice, Outcome outcome) {
    var twice = outcome.parcel().possibleDuplicate();
    return switch (outcome.handover()) {
      case Handover.Accepted taken -> Decision.end(notice, Step.ACCEPT, twice);
      case Handover.Refused no -> Decision.refuse(notice, twice, outcome.followed());
      case Handover.Postponed postponed when postponed.unsaid() -> atOnce(notice);
      case Handover.Postponed postponed -> again(notice, postponed.after(), postponed.counts());
      case Handover.Unknown unknown when notice.kind().neverTwice() ->
          Decision.end(notice, Step.LOSE_SIGHT, twice);
      case Handover.Unknown unknown when unknown.ours() -> again(notice, Duration.ZERO, true);
      case Handover.Unknown unknown -> onceMore(notice);
    };
  }

  /** Nobody was called: there is no trouble that would have to pass first. */
  private static Decision atOnce(LeasedNotice notice) {
    return notice.recalled()
        ? Decision.end(notice, Step.RECALL_LATE, notice.doubtful())
        : Decision.retry(notice, notice.lease().tries(), Duration.ZERO).unheld();
  }

  /** The provider may have taken it without a word; it gets it once more, when it has recovered. */
  private Decision onceMore(LeasedNotice notice) {
    return notice.earlier().unanswered() && !notice.recalled()
        ? Decision.end(notice, Step.GIVE_UP, true)
        : again(notice, RECOVERY, true);
  }

  private Decision again(LeasedNotice notice, Duration atLeast, boolean counts) {
    var tries = notice.lease().tries() + (counts ? 1 : 0);
    if (notice.recalled()) {
      return Decision.end(notice, Step.RECALL_LATE, notice.doubtful());
    }
    if (counts && backoff.exhausted(tries)) {
      return Decision.end(notice, Step.GIVE_UP, notice.doubtful());
    }
    var wait =
        backoff.after(counts ? tries : Math.clamp(notice.earlier().throttled() + 1, 1, PATIENT));
    return Decision.retry(notice, tries, wait.compareTo(atLeast) < 0 ? atLeast : wait);
  }
}
