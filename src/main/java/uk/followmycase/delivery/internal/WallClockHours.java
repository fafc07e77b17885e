package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.tenancy.ForceSettings.QuietHours;
import uk.followmycase.tenancy.Forces;

/** Quiet hours of the bound force, by the clock on a wall. */
@Component
class WallClockHours implements SafeHours {

  private final Forces forces;

  WallClockHours(Forces forces) {
    this.forces = forces;
  }

  @Override
  public Instant next(Instant wanted, @Nullable ZoneId zone) {
    var settings = forces.current().settings();
    return next(wanted, settings.quietHours(), zone == null ? settings.zone() : zone);
  }

  /**
   * What the clock on the wall shows decides. It leaves quiet hours when it reaches their end, or
   * when it is put forward or back across one of their bounds.
   */
  static Instant next(Instant wanted, QuietHours quiet, ZoneId zone) {
    return open(wanted, quiet, zone)
        ? wanted
        : Stream.concat(ends(wanted, quiet, zone), change(wanted, zone))
            .filter(moment -> moment.isAfter(wanted) && open(moment, quiet, zone))
            .min(Instant::compareTo)
            .orElseThrow();
  }

  private static boolean open(Instant moment, QuietHours quiet, ZoneId zone) {
    var time = moment.atZone(zone).toLocalTime();
    var sinceFrom = !time.isBefore(quiet.from());
    var untilTo = time.isBefore(quiet.to());
    var overMidnight = quiet.from().isAfter(quiet.to());
    return !(overMidnight ? sinceFrom || untilTo : sinceFrom && untilTo);
  }

  /**
   * Two on the night when the clock shows the same hour twice, none when it leaves the hour out.
   */
  private static Stream<Instant> ends(Instant wanted, QuietHours quiet, ZoneId zone) {
    var today = wanted.atZone(zone).toLocalDate();
    return Stream.of(today, today.plusDays(1), today.plusDays(2))
        .map(day -> day.atTime(quiet.to()))
        .flatMap(end -> zone.getRules().getValidOffsets(end).stream().map(end::toInstant));
  }

  private static Stream<Instant> change(Instant wanted, ZoneId zone) {
    return Stream.ofNullable(zone.getRules().nextTransition(wanted))
        .map(ZoneOffsetTransition::getInstant);
  }
}
