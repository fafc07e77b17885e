package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.tenancy.keys.Handle;

/** Several workers have news of the same readers in their hands. */
@DeliveryTest
class SameNewsAtOnceTests extends SameNews {

  @Autowired Preparation preparation;

  /** Neither sees what the other has begun. */
  @Test
  void twoWorkersAtOnceSendOne() throws Exception {
    post.queue(force, List.of(news(Map.of())));
    var one = crew.hand().claim(10);
    post.queue(force, List.of(news(Map.of())));
    var other = crew.hand().claim(10);
    var second =
        post.in(
            force,
            () -> {
              assertThat(preparation.prepare(one)).hasSize(1);
              var running = beside(other);
              assertThat(waiting(1)).isTrue();
              return running;
            });
    assertThat(second.get()).isEmpty();
    assertThat(post.list("select 1 from police.delivery_attempt")).hasSize(1);
  }

  /**
   * One comes from each end, and both wait for what somebody has in hand in the middle: whoever
   * then held what the other wants would hold it for ever.
   */
  @Test
  void batchesOfTheSameReadersInOppositeOrderDoNotWaitForEachOther() throws Exception {
    var readers = Stream.generate(UUID::randomUUID).limit(3).map(UUID::toString).toList();
    var middle = sent(readers.get(1));
    var one = leased(readers);
    var other = leased(readers.reversed());
    try (var somebody = post.connection();
        var statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      statement.execute(
          """
          insert into police.delivery_attempt (force_id, begun_at, id, notice_id, token, channel,
            provider, parts, possible_duplicate, sealed, news, in_air)
          select force_id, begun_at, gen_random_uuid(), notice_id, token, channel,
            provider, parts, possible_duplicate, '\\x00', news, news
          from police.delivery_attempt where notice_id = '%s'
          """
              .formatted(middle.id()));
      var first = beside(one);
      assertThat(waiting(1)).isTrue();
      var second = beside(other);
      assertThat(waiting(2)).isTrue();
      somebody.rollback();
      assertThat(first.get().size() + second.get().size()).isEqualTo(3);
    }
  }

  /** One of this reader's, by which nothing later is told. */
  private Notice sent(String reader) {
    var notice = news(Map.of("reader", reader));
    post.queue(force, List.of(notice));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    clock.forward(Duration.ofSeconds(1));
    return notice;
  }

  /** Rows are taken in the order of their ids, which within a millisecond is any. */
  private List<Lease> leased(List<String> readers) {
    var ids = Stream.generate(Handle::rowId).limit(readers.size()).map(UUID::toString).sorted();
    var next = ids.iterator();
    post.queue(force, readers.stream().map(it -> news(next.next(), it)).toList());
    var leases = crew.hand().claim(10);
    assertThat(leases).hasSize(readers.size());
    return leases;
  }

  private Notice news(String id, String reader) {
    var it = news(Map.of("reader", reader));
    return new Notice(
        UUID.fromString(id),
        it.kind(),
        it.about(),
        it.recipient(),
        it.channel(),
        it.dueAt(),
        it.expiresAt(),
        it.content());
  }

  private Future<List<Parcel>> beside(List<Lease> leases) {
    var preparing = new FutureTask<>(() -> crew.hand().prepareAndBeLost(leases));
    Thread.ofPlatform().start(preparing);
    return preparing;
  }

  private boolean waiting(int sessions) {
    var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < until) {
      var waiting =
          post.list(
              """
              select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'
              """);
      if (waiting.size() >= sessions) {
        return true;
      }
    }
    return false;
  }
}
