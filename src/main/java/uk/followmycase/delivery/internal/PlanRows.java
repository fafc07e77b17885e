package uk.followmycase.delivery.internal;

import static java.util.Map.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.tenancy.ForceBinding;

/** Rows of {@code police.safe_contact}: what each source says now. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  PlanRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is known of somebody.
   *
   * @param said by source
   * @param spent channels by which nothing reaches the person any more: what was on record came
   *     back, or was stopped by its reader
   */
  record Known(Map<Source, Plan> said, Set<Channel> spent) {

    static final Known NOTHING = new Known(Map.of(), Set.of());

    private Known() {
      this(new EnumMap<>(Source.class), EnumSet.noneOf(Channel.class));
    }

    /** All of it at once. */
    Plan plan() {
      var none = Plan.NONE;
      var left = EnumSet.allOf(Channel.class);
      left.removeAll(spent);
      var reachable =
          new Plan(
              left, none.times(), false, false, none.voicemail(), false, false, none.reviewOn());
      return said.values().stream().reduce(reachable, Plan::and);
    }
  }

  /** What is known of these people; of whom nothing is known is absent. */
  Map<UUID, Known> find(Collection<UUID> people) {
    var found = new HashMap<UUID, Known>();
    jdbc.sql(
            """
            select person_id, null as spent, source, by_text, by_email, hours, discreet, no_link,
              voicemail, shared_device, paused, review_on, language, time_zone
            from police.safe_contact where force_id = :force and person_id = any(:people)
            union all
            select person_id, channel, null, null, null, null, null, null, null, null, null, null, null,
              null
            from police.contact_point where force_id = :force and person_id = any(:people)
            group by person_id, channel
            having bool_and(stopped_at is not null or not safe)
              and bool_or(stopped_at is not null)
            """)
        .param("force", ForceBinding.current().value())
        .param("people", new Columns<>(people).uuids(id -> id))
        .query(
            row -> {
              var known =
                  found.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new Known());
              if (row.getString("spent") == null) {
                known.said().put(Source.valueOf(row.getString("source")), plan(row));
              } else {
                known.spent().add(Channel.valueOf(row.getString("spent")));
              }
            });
    return found;
  }

  /**
   * Puts these in place, and writes down for good what says anything else than before.
   *
   * @return people of whom something else is said now
   */
  Set<UUID> put(List<PlanSaid> said) {
    return jdbc.sql(
            """
            with told as (
              select * from unnest(:ids, :people, :cases, :sources, :texts, :emails, :hours,
                :discreets, :noLinks, :voicemails, :shareds, :pauseds, :reviews, :languages, :zones, :times,
                :actorKinds, :actors, :seals)
                t (id, person_id, case_id, source, by_text, by_email, hours, discreet, no_link,
                  voicemail, shared_device, paused, review_on, language, time_zone, said_at, actor_kind, actor, sealed)),
            put as (
              insert into police.safe_contact as old (force_id, person_id, source, case_id, by_text,
                by_email, hours, discreet, no_link, voicemail, shared_device, paused, review_on,
                language, time_zone)
              select :force, person_id, source, case_id, by_text, by_email, hours, discreet,
                no_link, voicemail, shared_device, paused, review_on::date, language, time_zone
              from told
              on conflict (force_id, person_id, source) do update
              set by_text = excluded.by_text, by_email = excluded.by_email,
                hours = excluded.hours, discreet = excluded.discreet, no_link = excluded.no_link,
                voicemail = excluded.voicemail, shared_device = excluded.shared_device,
                paused = excluded.paused, review_on = excluded.review_on, language = excluded.language,
                time_zone = excluded.time_zone
              where (old.by_text, old.by_email, old.hours, old.discreet, old.no_link,
                  old.voicemail, old.shared_device, old.paused, old.review_on, old.language,
                  old.time_zone)
                is distinct from (excluded.by_text, excluded.by_email, excluded.hours,
                  excluded.discreet, excluded.no_link, excluded.voicemail, excluded.shared_device,
                  excluded.paused, excluded.review_on, excluded.language, excluded.time_zone)
              returning person_id, source),
            kept as (
              insert into police.safe_contact_history (force_id, id, person_id, case_id, source,
                said_at, actor_kind, actor, sealed)
              select :force, id, person_id, case_id, source, said_at, actor_kind, actor, sealed
              from told
              returning person_id)
            select distinct person_id from put
            """)
        .param("force", ForceBinding.current().value())
        .params(columns(new Columns<>(said)))
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  /**
   * When these people must be asked again: on the first day to come that any source has. What is
   * due already stays due until somebody was told.
   */
  void review(Collection<UUID> people, ZoneId zone) {
    jdbc.sql(
            """
            with days as (
              select person_id, min(review_on)::timestamp at time zone :zone as due
              from police.safe_contact
              where force_id = :force and person_id = any(:people)
                and review_on::timestamp at time zone :zone > :now
              group by person_id),
            gone as (
              delete from plumbing.plan_review
              where force_id = :force and person_id = any(:people) and due_at > :now
                and person_id <> all (array(select person_id from days)))
            insert into plumbing.plan_review as old (force_id, person_id, due_at)
            select :force, person_id, due from days
            on conflict (force_id, person_id) do update
            set due_at = excluded.due_at, leased_until = null where old.due_at > :now
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("force", ForceBinding.current().value())
        .param("zone", zone.getId())
        .param("people", new Columns<>(people).uuids(id -> id))
        .update();
  }

  private static Map<String, SqlArrayValue> columns(Columns<PlanSaid> said) {
    return Map.ofEntries(
        entry("ids", said.uuids(PlanSaid::id)),
        entry("people", said.uuids(it -> it.person().personId())),
        entry("cases", said.uuids(it -> it.person().caseId())),
        entry("sources", said.texts(it -> it.source().name())),
        entry("texts", said.flags(it -> it.plan().channels().contains(Channel.TEXT))),
        entry("emails", said.flags(it -> it.plan().channels().contains(Channel.EMAIL))),
        entry("hours", said.texts(it -> WrittenTimes.write(it.plan().times()))),
        entry("discreets", said.flags(it -> it.plan().discreet())),
        entry("noLinks", said.flags(it -> it.plan().noLink())),
        entry("voicemails", said.texts(it -> it.plan().voicemail().name())),
        entry("shareds", said.flags(it -> it.plan().sharedDevice())),
        entry("pauseds", said.flags(it -> it.plan().paused())),
        entry("reviews", said.texts(it -> day(it.plan()))),
        entry("languages", said.texts(it -> it.plan().language())),
        entry("zones", said.texts(it -> zone(it.plan()))),
        entry("times", said.times(PlanSaid::at)),
        entry("actorKinds", said.texts(it -> it.by().kind().name())),
        entry("actors", said.texts(it -> it.by().id())),
        entry("seals", said.bytes(PlanSaid::sealed)));
  }

  private static @Nullable String day(Plan plan) {
    return plan.reviewOn() == null ? null : plan.reviewOn().toString();
  }

  /** One source says one; where several are meant, several say so. */
  private static @Nullable String zone(Plan plan) {
    return plan.zones().stream().map(ZoneId::getId).min(String::compareTo).orElse(null);
  }

  private static Plan plan(ResultSet row) throws SQLException {
    var channels = EnumSet.noneOf(Channel.class);
    if (row.getBoolean("by_text")) {
      channels.add(Channel.TEXT);
    }
    if (row.getBoolean("by_email")) {
      channels.add(Channel.EMAIL);
    }
    return new Plan(
        channels,
        WrittenTimes.read(row.getString("hours")),
        row.getBoolean("discreet"),
        row.getBoolean("no_link"),
        Voicemail.valueOf(row.getString("voicemail")),
        row.getBoolean("shared_device"),
        row.getBoolean("paused"),
        row.getObject("review_on", LocalDate.class),
        row.getString("language"),
        Stream.ofNullable(row.getString("time_zone")).map(ZoneId::of).collect(Collectors.toSet()));
  }
}
