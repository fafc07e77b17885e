package uk.followmycase.delivery.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;
import uk.followmycase.tenancy.ForceSettings.QuietHours;

/**
 * A force's quiet hours and a person's hours, with a calculation of its own: it knows no zone and
 * no calendar, only minutes since 1970 and when the clocks of 2026 are changed.
 *
 * @param quietFrom minute of the day, and for how long
 * @param first day of the person's week, from Monday at 0
 * @param length how many minutes the person's hours last, cut off at midnight
 * @param east minutes that the person's clock is ahead of London's
 */
record WallClocks(
    int quietFrom, int quietUntil, int first, int last, int from, int length, int east) {

  private static final long WEEK = 7 * 1440;

  /** A fortnight and a day. */
  private static final long SIGHT = 2 * WEEK + 1440;

  /** 1970 began on a Thursday. */
  private static final long THURSDAY = 3 * 1440;

  private static final long SPRING = Instant.parse("2026-03-29T01:00:00Z").getEpochSecond() / 60;
  private static final long AUTUMN = Instant.parse("2026-10-25T01:00:00Z").getEpochSecond() / 60;
  private static final long NEXT_SPRING =
      Instant.parse("2027-03-28T01:00:00Z").getEpochSecond() / 60;

  Plan plan() {
    var until = Math.min(1440, from + length) % 1440;
    var zone = east == 0 ? "Europe/London" : "Europe/Paris";
    var hours = hours(zone, first, last, minute(from), minute(until));
    return new Plan(
        Plan.NONE.channels(), Set.of(hours), false, false, Voicemail.NOT_ASKED, false, false, null);
  }

  SafeHours force() {
    var quiet = new QuietHours(minute(quietFrom), minute(quietUntil));
    var london = ZoneId.of("Europe/London");
    return (wanted, zone) ->
        WallClockHours.next(wanted, quiet, Objects.requireNonNullElse(zone, london));
  }

  /** One minute after another for as far as anybody looks. */
  @Nullable Instant counted(Instant wanted) {
    var minute = wanted.getEpochSecond() / 60;
    var found = LongStream.range(minute, minute + SIGHT).filter(this::open).findFirst();
    return found.isPresent() ? Instant.ofEpochSecond(found.getAsLong() * 60) : null;
  }

  /** What is further away than any hours that ever meet is as good as never. */
  static @Nullable Instant inSight(Instant from, @Nullable Instant next) {
    return next == null || next.isBefore(from.plus(Duration.ofMinutes(SIGHT))) ? next : null;
  }

  boolean open(Instant moment) {
    return open(moment.getEpochSecond() / 60);
  }

  private boolean open(long minute) {
    var summer = (minute >= SPRING && minute < AUTUMN) || minute >= NEXT_SPRING;
    var london = minute + (summer ? 60 : 0);
    return !quiet(Math.floorMod(london, 1440)) && safe(london + east);
  }

  private boolean quiet(int ofDay) {
    var quietFor = Math.floorMod(quietUntil - quietFrom, 1440);
    return Math.floorMod(ofDay - quietFrom, 1440) < quietFor;
  }

  private boolean safe(long shown) {
    var ofWeek = Math.floorMod(shown + THURSDAY, WEEK);
    var day = (int) (ofWeek / 1440);
    var ofDay = (int) (ofWeek % 1440);
    var days = Math.floorMod(last - first, 7);
    return Math.floorMod(day - first, 7) <= days
        && ofDay >= from
        && ofDay < Math.min(1440, from + length);
  }

  static SafeTimes hours(String zone, int first, int last, LocalTime from, LocalTime until) {
    var days = DayOfWeek.values();
    return new SafeTimes(
        ZoneId.of(zone), List.of(new Window(days[first], days[last], from, until)));
  }

  private static LocalTime minute(int ofDay) {
    return LocalTime.ofSecondOfDay(ofDay * 60L);
  }
}
