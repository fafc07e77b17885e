package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** Codes that we send. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SentCodes implements OneTimeCodes {

  private static final Actor ACTOR = Actor.system("one-time-codes");

  private final CodeRows rows;
  private final Notices notices;
  private final SafeHours hours;
  private final AuditTrail trail;
  private final Forces forces;
  private final Clock clock;

  SentCodes(
      CodeRows rows,
      Notices notices,
      SafeHours hours,
      AuditTrail trail,
      Forces forces,
      Clock clock) {
    this.rows = rows;
    this.notices = notices;
    this.hours = hours;
    this.trail = trail;
    this.forces = forces;
    this.clock = clock;
  }

  @Override
  public Sent send(UUID about, Contact to, String language, Plan plan) {
    var now = clock.instant();
    var opening = plan.next(now, hours).orElseThrow();
    if (opening.isAfter(now)) {
      return new Sent.QuietHours(opening);
    }
    var today = CodeRules.today(now, forces.current().settings().zone());
    var counted = rows.counted(about, to, today);
    var hindrance = CodeRules.hindrance(counted.today(), counted.last(), now);
    if (hindrance != null) {
      return hindrance;
    }
    var code = CodeRules.fresh();
    var id = rows.renew(about, to, code, today, counted.today() + 1);
    queue(id, to, code, language, plan);
    return new Sent.OnItsWay();
  }

  private void queue(UUID id, Contact to, String code, String language, Plan plan) {
    var now = clock.instant();
    notices.queue(
        List.of(
            new Notices.Notice(
                Handle.rowId(),
                Notices.Kind.CODE,
                id,
                null,
                to.channel(),
                now,
                plan.until(now, now.plus(CodeRules.LIVES), hours),
                Map.of(
                    CodeNotices.TO, to.value(),
                    CodeNotices.CODE, code,
                    CodeNotices.LANGUAGE, language))));
    trail.record(
        new AuditEntry(ACTOR, AuditAction.CODE_SENT, List.of(), null, to.channel().name()));
  }

  @Override
  public Tried attempt(UUID about, Contact to, String code) {
    var tried = rows.attempt(about, to, code);
    if (tried != Tried.RIGHT) {
      trail.record(new AuditEntry(ACTOR, AuditAction.CODE_REFUSED, List.of(), null, tried.name()));
    }
    return tried;
  }

  @Override
  public void kill(Collection<UUID> abouts) {
    var killed = rows.kill(abouts);
    if (!killed.isEmpty()) {
      notices.recall(killed);
    }
  }
}
