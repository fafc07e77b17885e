package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.PlanDesk;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Said;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Plans of people on cases, by the hands of those who work on them. */
@Service
@Transactional
class DeskPlans implements PlanDesk {

  private static final String PERSON =
      "select id from police.case_person where case_id = :case and handle = :handle and not gone";
  private static final String HELD = PERSON + " for no key update";
  private static final String NOTHING = "nothing";

  private final JdbcClient jdbc;
  private final Rights rights;
  private final SafeContactPlans plans;
  private final ContactPoints contacts;
  private final Notices notices;
  private final ForceKeys keys;
  private final Narrators narrators;
  private final Tasks tasks;
  private final DeskTrail trail;

  DeskPlans(
      JdbcClient jdbc,
      Rights rights,
      SafeContactPlans plans,
      ContactPoints contacts,
      Notices notices,
      ForceKeys keys,
      Narrators narrators,
      Tasks tasks,
      DeskTrail trail) {
    this.jdbc = jdbc;
    this.rights = rights;
    this.plans = plans;
    this.contacts = contacts;
    this.notices = notices;
    this.keys = keys;
    this.narrators = narrators;
    this.tasks = tasks;
    this.trail = trail;
  }

  /** Somebody on a case that the reader works on. */
  private record OnCase(Ties ties, UUID person, DataKey key) {}

  @Override
  public Optional<Shown> show(StaffMember who, Handle file, Handle person) {
    return find(who, file, person, PERSON)
        .map(
            found -> {
              var bond = Rights.bond(who, found.ties(), Act.CHANGE_PLAN).orElseThrow();
              trail.viewed(who, found.ties().caseId(), found.person(), bond);
              return shown(found);
            });
  }

  private Shown shown(OnCase found) {
    var people = List.of(found.person());
    var history = plans.history(found.person(), found.key());
    return new Shown(
        plans.of(people).values().iterator().next(),
        plans.said(found.person()),
        notices.waiting(people).getOrDefault(found.person(), List.of()),
        contacts.givenUp(found.person()),
        narrators.of(history),
        seen(history));
  }

  /** The person is held, so that of two who say something at once one sees the other's. */
  @Override
  public Done say(StaffMember who, Handle file, Handle person, Wish wish) {
    return find(who, file, person, HELD).map(found -> say(who, found, wish)).orElse(Done.NOT_THERE);
  }

  private Done say(StaffMember who, OnCase found, Wish wish) {
    if (!seen(plans.history(found.person(), found.key())).equals(wish.seen())) {
      return Done.OVERTAKEN;
    }
    var recipient = new Recipient(found.ties().caseId(), found.person());
    if (wish.takeUp()) {
      contacts.takeUp(found.person());
      trail.did(who, AuditAction.CONTACT_TAKEN_UP, found.ties().caseId(), found.person(), null);
      tasks.close(TaskKind.CONTACT_WRONG, List.of(found.person()));
    }
    var note = wish.note().isEmpty() ? null : wish.note();
    plans.say(new Saying(recipient, found.key(), Source.OFFICER, wish.plan(), note, who.actor()));
    tasks.close(TaskKind.PLAN_REVIEW, List.of(found.person()));
    return Done.DONE;
  }

  private static String seen(List<Said> history) {
    return history.isEmpty() ? NOTHING : history.getFirst().at().toString();
  }

  private Optional<OnCase> find(StaffMember who, Handle file, Handle person, String sql) {
    return rights
        .find(who, file, Act.CHANGE_PLAN)
        .flatMap(
            ties ->
                jdbc.sql(sql)
                    .param("case", ties.caseId())
                    .param("handle", person.value())
                    .query(UUID.class)
                    .optional()
                    .map(id -> new OnCase(ties, id, keys.dataKey(ties.caseId(), ties.wrapped()))));
  }
}
