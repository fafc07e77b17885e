package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  void begin(Collection<Parcel> parcels) {
    if (parcels.isEmpty()) {
      return;
    }
    var columns = new Columns<>(parcels);
    jdbc.sql(
            """
            insert into police.delivery_attempt (force_id, begun_at,
              id, notice_id, token, channel, provider, possible_duplicate, contact_digest, sealed)
            select :force, :now, *
            from unnest(:ids, :notices, :tokens, :channels, :providers, :duplicates, :contacts, :seals)
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("ids", columns.uuids(Parcel::attempt))
        .param("notices", columns.uuids(parcel -> parcel.lease().notice()))
        .param("tokens", columns.numbers(parcel -> parcel.lease().token()))
        .param("channels", columns.texts(parcel -> parcel.message().to().channel().name()))
        .param("providers", columns.texts(Parcel::provider))
        .param("duplicates", columns.flags(Parcel::possibleDuplicate))
        .param("contacts", columns.bytes(this::contact))
        .param("seals", columns.bytes(p -> words.sealMessage(p.attempt(), p.message())))
        .update();
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
              fault = o.fault, reference = o.reference, sealed = null
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
            set ended_at = :now, outcome = 'UNKNOWN', fault = 'worker-lost', sealed = null
            where force_id = :force and notice_id = any(:notices) and outcome is null
            """)
        .param("force", ForceBinding.current().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("notices", new Columns<>(notices).uuids(notice -> notice))
        .update();
  }
}
