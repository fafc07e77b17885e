package uk.followmycase.invitations.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;

/** Looks over the shoulder of whoever queues a notice, and has its words written on demand. */
class Postbox implements BeanPostProcessor {

  private final Map<UUID, Notice> queued = new ConcurrentHashMap<>();
  private final ObjectProvider<Notices.Writer> writers;
  private final ObjectProvider<TransactionOperations> transactions;
  private final ObjectProvider<JdbcClient> jdbc;
  private final ObjectProvider<SafeContactPlans> plans;

  Postbox(
      ObjectProvider<Notices.Writer> writers,
      ObjectProvider<TransactionOperations> transactions,
      ObjectProvider<JdbcClient> jdbc,
      ObjectProvider<SafeContactPlans> plans) {
    this.writers = writers;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.plans = plans;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Notices real ? new Watched(real) : bean;
  }

  /** The notice about this that waits now; the force is bound. */
  Optional<Notice> waiting(UUID about, Kind kind) {
    var ids =
        inTransaction(
            () ->
                jdbc.getObject()
                    .sql(
                        "select id from police.notice where about = ? and kind = ? and state = 'WAITING'")
                    .params(about, kind.name())
                    .query(UUID.class)
                    .list());
    return ids.stream().map(queued::get).max(Comparator.comparing(Notice::id));
  }

  /** The newest code on its way to somebody. */
  Notice code(Predicate<Notice> meant) {
    return queued.values().stream()
        .filter(notice -> notice.kind() == Kind.CODE)
        .filter(meant)
        .max(Comparator.comparing(Notice::id))
        .orElseThrow();
  }

  /** Leases a notice as a worker does; the force is bound. */
  Optional<Message> lease(Notice notice) {
    var writer = writers.stream().filter(each -> each.kinds().contains(notice.kind())).findFirst();
    return inTransaction(
        () -> {
          var leased = new Notices.Leased(notice, plan(notice));
          return Optional.ofNullable(writer.orElseThrow().write(List.of(leased)).get(notice.id()));
        });
  }

  private Plan plan(Notice notice) {
    var person = Objects.requireNonNull(notice.recipient()).personId();
    return plans.getObject().of(List.of(person)).getOrDefault(person, Plan.NONE);
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return transactions.getObject().execute(status -> work.get());
  }

  private final class Watched implements Notices {

    private final Notices real;

    private Watched(Notices real) {
      this.real = real;
    }

    @Override
    public void queue(Collection<Notice> notices) {
      notices.forEach(notice -> queued.put(notice.id(), notice));
      real.queue(notices);
    }

    @Override
    public void tell(Collection<Telling> people) {
      real.tell(people);
    }

    @Override
    public int recall(Collection<UUID> abouts) {
      return real.recall(abouts);
    }

    @Override
    public Map<UUID, List<Waiting>> waiting(Collection<UUID> people) {
      return real.waiting(people);
    }
  }
}
