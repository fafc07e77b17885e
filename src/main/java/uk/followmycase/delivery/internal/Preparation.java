package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.internal.NoticeRows.Move;
import uk.followmycase.delivery.internal.OutboxHeads.Settled;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** The transaction before the call: what may leave now gets its words and its attempt. */
@Component
class Preparation {

  private final NoticeRows rows;
  private final Attempts attempts;
  private final OutboxHeads heads;
  private final Endings endings;
  private final Writers writers;
  private final Words words;
  private final Pace pace;
  private final Forces forces;
  private final Clock clock;

  Preparation(
      NoticeRows rows,
      Attempts attempts,
      OutboxHeads heads,
      Endings endings,
      Writers writers,
      Words words,
      Pace pace,
      Forces forces,
      Clock clock) {
    this.rows = rows;
    this.attempts = attempts;
    this.heads = heads;
    this.endings = endings;
    this.writers = writers;
    this.words = words;
    this.pace = pace;
    this.forces = forces;
    this.clock = clock;
  }

  /** Parcels ready to be handed over once this has committed. */
  @Transactional
  public List<Parcel> prepare(List<Lease> leases) {
    var sorted = new Sorted();
    var ready = sort(rows.lock(leases), sorted);
    var messages = writers.write(ready.stream().map(notice -> notice.open(words)).toList());
    var parcels = parcels(ready, messages, sorted);
    attempts.begin(parcels);
    parcels.forEach(parcel -> sorted.moves.add(new Move(parcel.lease().notice(), Step.BEGIN)));
    rows.move(sorted.moves);
    heads.settle(sorted.heads);
    endings.tell(sorted.ended);
    return parcels;
  }

  /** Takes out what is too late and what has to wait. */
  private List<LeasedNotice> sort(List<LeasedNotice> locked, Sorted sorted) {
    var now = clock.instant();
    var inTime = new ArrayList<LeasedNotice>();
    for (var notice : locked) {
      if (notice.expiredAt(now)) {
        sorted.end(notice, Step.EXPIRE);
      } else {
        inTime.add(notice);
      }
    }
    var split = pace.split(inTime);
    sorted.heads.addAll(split.later());
    return split.now();
  }

  private List<Parcel> parcels(
      List<LeasedNotice> ready, Map<UUID, Message> messages, Sorted sorted) {
    var force = forces.current();
    var parcels = new ArrayList<Parcel>();
    for (var notice : ready) {
      var message = messages.get(notice.id());
      if (message == null) {
        sorted.end(notice, Step.DROP);
      } else {
        parcels.add(parcel(notice, message, force));
      }
    }
    return parcels;
  }

  private static Parcel parcel(LeasedNotice notice, Message message, Force force) {
    var channel = message.to().channel().name().toLowerCase(Locale.ROOT);
    var sender = force.settings().channels().get(channel);
    if (sender == null) {
      throw new IllegalStateException("The force has no provider for channel " + channel);
    }
    return new Parcel(
        notice.lease(), Handle.rowId(), force.slug(), sender, message, notice.doubtful());
  }

  /** What is to be written about the notices of one transaction. */
  private static final class Sorted {

    private final List<Move> moves = new ArrayList<>();
    private final List<Settled> heads = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();

    private void end(LeasedNotice notice, Step step) {
      moves.add(new Move(notice.id(), step));
      heads.add(new Settled(notice.lease(), null, notice.lease().tries()));
      ended.add(Ended.of(notice, step.to(), notice.doubtful()));
    }
  }
}
