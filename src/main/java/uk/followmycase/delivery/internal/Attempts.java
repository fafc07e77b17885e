package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.ForceBinding;

/** Rows of {@code police.delivery_attempt}: written before the call, closed with its outcome. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Attempts {

  private final JdbcClient jdbc;
  private final Words words;
  private final Clock clock;

  Attempts(JdbcClient jdbc, Words words, Clock clock) {
    this.jdbc = jdbc;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Writes the attempts, and that their notices are under way. Answers with the notices: all but
   * those of which the same news is in the air.
   */
  Set<UUID> begin(Collection<Parcel> parcels) {
    if (parcels.isEmpty()) {
      return Set.of();
    }
    // Whoever begins the same news at this moment waits for this transaction; all in one order.
    var ordered = parcels.stream().sorted(Comparator.comparing(Attempts::place)).toList();
    var begun =
        jdbc.sql(
                """
                with begun as (
                  insert into police.delivery_attempt (force_id, begun_at, id, notice_id, token,
                    channel, provider, parts, possible_duplicate, contact_digest, sealed, news, in_air)
                  select :force, :now, p.*, p.news
                  from unnest(:ids, :notices, :tokens, :channels, :providers, :parts, :duplicates,
                    :contacts, :seals, :news) p (id, notice, token, channel, provider, parts, twice,
                    contact, sealed, news)
                  on conflict (force_id, in_air) where in_air is not null do nothing
                  returning notice_id),
                moved as (
                  update police.notice n set state = :to, held = null, held_until = null
                  from begun b
                  where n.force_id = :force and n.id = b.notice_id and n.state = :from
                  returning n.id)
                select (select count(*) from begun) as begun, array(select id from moved) as moved
                """)
            .param("force", ForceBinding.current().value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("from", Step.BEGIN.from().name())
            .param("to", Step.BEGIN.to().name())
            .params(columns(new Columns<>(ordered)))
            .query(Attempts::begun)
            .single();
    if (!parcels.stream().allMatch(it -> it.news() != null || begun.contains(it.notice()))) {
      throw new IllegalStateException("An attempt was not written");
    }
    return begun;
  }

  private static String place(Parcel parcel) {
    var news = parcel.news();
    return news == null ? "" : news.same().toString();
  }

  private static Set<UUID> begun(ResultSet row, int number) throws SQLException {
    var moved = Set.of((UUID[]) row.getArray("moved").getArray());
    if (moved.size() != row.getInt("begun")) {
      throw new IllegalStateException("A notice did not stand where its attempt begins");
    }
    return moved;
  }

  private static @Nullable UUID same(Parcel parcel) {
    var news = parcel.news();
    return news == null ? null : news.same();
  }

  private Map<String, SqlArrayValue> columns(Columns<Parcel> parcels) {
    return Map.of(
        "ids", parcels.uuids(Parcel::attempt),
        "notices", parcels.uuids(parcel -> parcel.lease().notice()),
        "tokens", parcels.numbers(parcel -> parcel.lease().token()),
        "channels", parcels.texts(parcel -> parcel.message().to().channel().name()),
        "providers", parcels.texts(Parcel::provider),
        "parts", parcels.numbers(parcel -> parcel.message().parts().size()),
        "duplicates", parcels.flags(Parcel::possibleDuplicate),
        "contacts", parcels.bytes(this::contact),
        "news", parcels.uuids(Attempts::same),
        "seals", parcels.bytes(it -> words.sealMessage(it.attempt(), it.message())));
  }

  /** Of a code nothing is kept: it may have gone to a contact that is no person's on a case. */
  private byte @Nullable [] contact(Parcel parcel) {
    return parcel.kind().neverTwice() ? null : words.blind(parcel.message().to());
  }

  void end(Collection<Outcome> outcomes) {
    var columns = new Columns<>(outcomes);
    jdbc.sql(
            """
            update police.delivery_attempt a set ended_at = :now, outcome = o.outcome,
              fault = o.fault, reference = o.reference, sealed = null, in_air = null
            from unnest(:ids, :outcomes, :faults, :references) o (id, outcome, fault, reference)
            where a.force_id = :force and a.id = o.id and a.outcome is null
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("ids", columns.uuids(outcome -> outcome.parcel().attempt()))
        .param("outcomes", columns.texts(outcome -> outcome.handover().outcome()))
        .param("faults", columns.texts(outcome -> outcome.handover().fault()))
        .param("references", columns.texts(outcome -> outcome.handover().reference()))
        .update();
  }

  /** Closes what a lost worker left open: nobody knows whether the provider took it. */
  void loseSight(Collection<UUID> notices) {
    jdbc.sql(
            """
            update police.delivery_attempt
            set ended_at = :now, outcome = 'UNKNOWN', fault = 'worker-lost', sealed = null,
              in_air = null
            where force_id = :force and notice_id = any(:notices) and outcome is null
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("notices", new Columns<>(notices).uuids(notice -> notice))
        .update();
  }
}
