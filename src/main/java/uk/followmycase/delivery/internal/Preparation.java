package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.internal.NoticeRows.Move;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;
import uk.followmycase.delivery.internal.Parcel.News;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.KeptPlans;
import uk.followmycase.tenancy.keys.Handle;

/** The transaction before the call: what may leave now gets its words and its attempt. */
@Component
class Preparation {

  private final NoticeRows rows;
  private final OneTelling telling;
  private final OutboxHeads heads;
  private final Endings endings;
  private final Writers writers;
  private final Words words;
  private final Holding holding;
  private final Detours detours;
  private final Pace pace;
  private final Forces forces;
  private final Clock clock;

  Preparation(
      NoticeRows rows,
      OneTelling telling,
      OutboxHeads heads,
      Endings endings,
      Writers writers,
      Words words,
      Holding holding,
      Detours detours,
      Pace pace,
      Forces forces,
      Clock clock) {
    this.rows = rows;
    this.telling = telling;
    this.heads = heads;
    this.endings = endings;
    this.writers = writers;
    this.words = words;
    this.holding = holding;
    this.detours = detours;
    this.pace = pace;
    this.forces = forces;
    this.clock = clock;
  }

  /** Parcels ready to be handed over once this has committed. */
  @Transactional(label = KeptPlans.MARK)
  public List<Parcel> prepare(List<Lease> leases) {
    var sorted = new Sorted(clock.instant());
    var ready = sort(rows.lock(leases), sorted);
    var messages = writers.write(ready.stream().map(this::open).toList());
    var begun = telling.begin(parcels(ready, messages, sorted), ready);
    begun.told().forEach(sorted::told);
    begun.later().forEach(sorted::later);
    pace.giveBack(begun.stayed());
    rows.sayWhole(sorted.whole);
    rows.move(sorted.moves);
    heads.settle(sorted.heads);
    endings.tell(sorted.ended);
    return begun.parcels();
  }

  /** Takes out what is too late and what has to wait. */
  private List<Planned> sort(List<LeasedNotice> locked, Sorted sorted) {
    var inTime = new ArrayList<LeasedNotice>();
    for (var notice : locked) {
      if (notice.arrived()) {
        sorted.end(notice, Step.ARRIVE);
      } else if (notice.said()) {
        sorted.end(notice, Step.DROP);
      } else if (notice.expiredAt(sorted.asked)) {
        sorted.end(notice, Step.EXPIRE);
      } else {
        inTime.add(notice);
      }
    }
    return leaving(holding.sort(inTime), sorted);
  }

  /** Of those that their plans let go, what the way to the provider bears. */
  private List<Planned> leaving(Holding.Sorted plans, Sorted sorted) {
    plans.unsafe().forEach(notice -> sorted.end(notice, Step.WITHHOLD));
    sorted.heads.addAll(plans.later());
    var split = pace.split(plans.ready());
    sorted.heads.addAll(split.later());
    var now = split.now().stream().map(LeasedNotice::id).collect(Collectors.toSet());
    return plans.ready().stream().filter(it -> now.contains(it.notice().id())).toList();
  }

  private Leased open(Planned ready) {
    return new Leased(ready.notice().open(words), ready.plan());
  }

  private List<Parcel> parcels(List<Planned> ready, Map<UUID, Message> messages, Sorted sorted) {
    var force = forces.current();
    var parcels = new ArrayList<Parcel>();
    var wordless = new ArrayList<Planned>();
    for (var it : ready) {
      var message = messages.get(it.notice().id());
      if (message == null) {
        wordless.add(it);
      } else {
        parcels.add(parcel(it, message, force, sorted));
      }
    }
    drop(wordless, force, sorted);
    return parcels;
  }

  /** What makes no sense any more; not what merely has to go another way, or has none. */
  private void drop(List<Planned> wordless, Force force, Sorted sorted) {
    var stranded = detours.stranded(wordless, force);
    for (var it : wordless) {
      var notice = it.notice();
      if (stranded.moved().contains(notice.id())) {
        sorted.heads.add(new Settled(notice.lease(), clock.instant(), notice.lease().tries()));
      } else {
        sorted.end(notice, stranded.all().contains(notice.id()) ? Step.WITHHOLD : Step.DROP);
      }
    }
  }

  private Parcel parcel(Planned ready, Message whole, Force force, Sorted sorted) {
    var notice = ready.notice();
    var message = notice.parts() == 0 ? whole : notice.left(whole, words.blind(whole.to()));
    var again = notice.repeats(message, whole);
    if (again) {
      sorted.whole.add(notice.id());
    }
    var sender =
        Senders.of(force, message.to().channel(), ready.discreet())
            .orElseThrow(
                () -> new IllegalStateException("The force has no provider for the channel"));
    return new Parcel(
        notice.lease(),
        notice.kind(),
        Handle.rowId(),
        force.slug(),
        sender,
        ready.discreet(),
        message,
        news(notice, whole, sender),
        notice.doubtful() || again,
        sorted.asked);
  }

  /** Of what was said in part already, the rest stands alone. */
  private @Nullable News news(LeasedNotice notice, Message whole, Sender via) {
    var reader = whole.reader();
    return reader == null || notice.parts() > 0
        ? null
        : new News(words.same(reader.id(), whole, via), reader.since());
  }

  /** What is to be written about the notices of one transaction. */
  private static final class Sorted {

    private final List<Move> moves = new ArrayList<>();
    private final List<Settled> heads = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<UUID> whole = new ArrayList<>();
    private final Instant asked;

    private Sorted(Instant asked) {
      this.asked = asked;
    }

    private void told(LeasedNotice notice) {
      heads.add(new Settled(notice.lease(), null, notice.lease().tries()));
      ended.add(Ended.of(notice, Step.TELL.to(), false));
    }

    private void later(LeasedNotice notice) {
      var again = notice.inTime(asked.plus(OneTelling.PAUSE));
      heads.add(new Settled(notice.lease(), again, notice.lease().tries()));
    }

    private void end(LeasedNotice notice, Step step) {
      moves.add(new Move(notice.id(), step));
      heads.add(new Settled(notice.lease(), null, notice.lease().tries()));
      ended.add(Ended.of(notice, step.to(), notice.doubtful()));
    }
  }
}
