package uk.followmycase.cases.intake;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.intake.ContactPlanBody.HoursBody;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;
import uk.followmycase.tenancy.Forces;

/** Reads how somebody may safely be reached. */
@Component
class ReadContactPlan {

  private static final int MOST = 28;
  private static final int WEEK = 7;
  private static final String MIDNIGHT = "24:00";
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
  private static final Pattern REGION =
      Pattern.compile(
          "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
  private static final String TIME_ADVICE = "Give hours and minutes, such as 09:00";

  private final Forces forces;

  ReadContactPlan(Forces forces) {
    this.forces = forces;
  }

  /** What may be left on somebody's voicemail, on the wire. */
  enum ToldVoicemail {
    ALLOWED,
    NEVER
  }

  Plan plan(@Nullable ContactPlanBody body, Field at) {
    if (body == null) {
      return Plan.NONE;
    }
    var voicemail = at.at("voicemail").word(body.voicemail(), ToldVoicemail.class);
    var zone = zone(body.timeZone(), at.at("timeZone"));
    return new Plan(
        Plan.NONE.channels(),
        hours(body.hours(), zone, at.at("hours")),
        Boolean.TRUE.equals(body.discreet()),
        Boolean.TRUE.equals(body.noLink()),
        voicemail == null ? Voicemail.NOT_ASKED : Voicemail.valueOf(voicemail.name()),
        Boolean.TRUE.equals(body.shared()),
        Boolean.TRUE.equals(body.paused()),
        at.at("reviewOn").date(body.reviewOn()),
        null,
        zone.map(Set::of).orElse(Set.of()));
  }

  /** Names of regions alone: an offset would be wrong for half of the year. */
  private static Optional<ZoneId> zone(@Nullable String written, Field at) {
    if (written == null || REGION.matcher(written).matches() && KNOWN.contains(written)) {
      return Optional.ofNullable(written).map(ZoneId::of);
    }
    at.fault("Not a time zone", "Write a zone such as Europe/Paris");
    return Optional.empty();
  }

  private Set<SafeTimes> hours(
      @Nullable List<@Nullable HoursBody> bodies, Optional<ZoneId> zone, Field at) {
    var windows = new ArrayList<Window>();
    var told = at.list(bodies, MOST);
    for (var i = 0; i < told.size(); i++) {
      windows.addAll(windows(told.get(i), at.at(i)));
    }
    return windows.isEmpty()
        ? Set.of()
        : Set.of(new SafeTimes(zone.orElseGet(forces.current().settings()::zone), windows));
  }

  private static List<Window> windows(HoursBody body, Field at) {
    var days = days(body.days(), at.at("days"));
    var start = time(body.start(), at.at("start"));
    var end = MIDNIGHT.equals(body.end()) ? LocalTime.MIDNIGHT : time(body.end(), at.at("end"));
    if (start == null || end == null) {
      return List.of();
    }
    if (!MIDNIGHT.equals(body.end()) && !start.isBefore(end)) {
      at.at("end").fault("Not after its start", "Give a later time; at midnight begin anew");
      return List.of();
    }
    return days.stream().map(day -> new Window(day, day, start, end)).toList();
  }

  private static Set<DayOfWeek> days(@Nullable List<@Nullable String> written, Field at) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    var told = at.list(at.required(written, "Give one day or more"), WEEK);
    for (var i = 0; i < told.size(); i++) {
      var day = at.at(i).word(told.get(i), DayOfWeek.class);
      if (day != null) {
        days.add(day);
      }
    }
    if (written != null && written.isEmpty()) {
      at.fault("Empty", "Give one day or more");
    }
    return days;
  }

  private static @Nullable LocalTime time(@Nullable String written, Field at) {
    var time = at.matching(at.required(written, TIME_ADVICE), TIME, TIME_ADVICE);
    return time == null ? null : LocalTime.parse(time);
  }
}
