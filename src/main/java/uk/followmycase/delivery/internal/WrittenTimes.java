package uk.followmycase.delivery.internal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;

/** Safe hours in a column: {@code Europe/London 1-5 09:00-17:00,6-6 10:00-12:00}. */
final class WrittenTimes {

  private WrittenTimes() {}

  static @Nullable String write(Set<SafeTimes> times) {
    return times.isEmpty()
        ? null
        : times.stream().map(WrittenTimes::one).sorted().collect(joining(";"));
  }

  static Set<SafeTimes> read(@Nullable String written) {
    return written == null
        ? Set.of()
        : Stream.of(written.split(";", -1)).map(WrittenTimes::one).collect(toSet());
  }

  private static String one(SafeTimes times) {
    return times.windows().stream()
        .map(
            window ->
                "%d-%d %s-%s"
                    .formatted(
                        window.first().getValue(),
                        window.last().getValue(),
                        window.from(),
                        window.until()))
        .collect(joining(",", times.zone().getId() + " ", ""));
  }

  private static SafeTimes one(String written) {
    var parts = written.split(" ", 2);
    var windows = Stream.of(parts[1].split(",", -1)).map(WrittenTimes::window).toList();
    return new SafeTimes(ZoneId.of(parts[0]), windows);
  }

  private static Window window(String written) {
    var parts = written.split("[ -]", -1);
    return new Window(
        DayOfWeek.of(Integer.parseInt(parts[0])),
        DayOfWeek.of(Integer.parseInt(parts[1])),
        LocalTime.parse(parts[2]),
        LocalTime.parse(parts[3]));
  }
}
