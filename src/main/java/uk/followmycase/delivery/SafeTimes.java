package uk.followmycase.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hours of the week at which something may arrive, by the clock on the person's own wall.
 *
 * @param zone of that clock
 * @param windows at least one
 */
public record SafeTimes(ZoneId zone, List<Window> windows) {

  /** A window that a clock change swallows this week comes again in the next. */
  private static final int DAYS = 14;

  public SafeTimes {
    windows = List.copyOf(windows);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("Hours without a window would never come");
    }
  }

  /**
   * The same hours on some days in a row.
   *
   * @param first day, which may come later in the week than {@code last}
   * @param until not included; midnight is the end of the day
   */
  public record Window(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime until) {

    public Window {
      if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
        throw new IllegalArgumentException("A window ends after it begins, on the same day");
      }
    }

    private boolean on(DayOfWeek day) {
      var length = Math.floorMod(last.getValue() - first.getValue(), 7);
      return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
    }

    private boolean holds(ZonedDateTime shown) {
      var time = shown.toLocalTime();
      return on(shown.getDayOfWeek())
          && !time.isBefore(from)
          && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
  }

  /** Whether the clock on the wall shows one of these hours. */
  public boolean at(Instant moment) {
    var shown = moment.atZone(zone);
    return windows.stream().anyMatch(window -> window.holds(shown));
  }

  /**
   * The first of these hours from {@code wanted} on. They begin when the clock reaches them, or is
   * put forward or back into them.
   */
  public Instant next(Instant wanted) {
    if (at(wanted)) {
      return wanted;
    }
    var today = wanted.atZone(zone).toLocalDate();
    var beginning =
        IntStream.rangeClosed(0, DAYS)
            .mapToObj(day -> beginnings(today.plusDays(day)))
            .flatMap(some -> some.filter(moment -> after(moment, wanted)).sorted().limit(1))
            .limit(1);
    return Stream.concat(beginning, change(wanted).filter(moment -> after(moment, wanted)))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private boolean after(Instant moment, Instant wanted) {
    return moment.isAfter(wanted) && at(moment);
  }

  /** Twice on a night that shows the hour twice, not at all on one that leaves it out. */
  private Stream<Instant> beginnings(LocalDate day) {
    return windows.stream()
        .map(window -> day.atTime(window.from()))
        .flatMap(begin -> zone.getRules().getValidOffsets(begin).stream().map(begin::toInstant));
  }

  private Stream<Instant> change(Instant wanted) {
    return Stream.ofNullable(zone.getRules().nextTransition(wanted))
        .map(ZoneOffsetTransition::getInstant);
  }
}
