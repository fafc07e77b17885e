package uk.followmycase.eligibility.internal;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.followmycase.eligibility.OffenceClasses;

/** The table in {@code offence-classes.csv} beside this class. */
@Component
class OffenceTable implements OffenceClasses {

  private final Map<String, OffenceClass> classes = read();

  @Override
  public Optional<OffenceClass> of(String code) {
    return code.length() < 3
        ? Optional.empty()
        : Optional.ofNullable(classes.get(code.substring(0, 3)));
  }

  Set<String> groups() {
    return classes.values().stream().map(OffenceClass::group).collect(Collectors.toSet());
  }

  List<String> numbers() {
    return classes.keySet().stream().sorted().toList();
  }

  /** The title comes last and may hold commas. */
  private static Map<String, OffenceClass> read() {
    try (var file = OffenceTable.class.getResourceAsStream("offence-classes.csv")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .map(cells -> new OffenceClass(cells[0], cells[1], cells[2]))
          .collect(toUnmodifiableMap(OffenceClass::number, offence -> offence));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
