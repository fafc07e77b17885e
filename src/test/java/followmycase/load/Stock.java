package followmycase.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The stock of forces, offences, names and words that everything is made of. */
record Stock(
    List<RecordsSystem> systems, List<Offence> offences, List<NameGroup> names, Texts texts) {

  private static final YAMLMapper YAML = new YAMLMapper();

  static Stock read() {
    return new Stock(
        yaml("forces.yaml", Systems.class).forces,
        readOffences(),
        yaml("names.yaml", Names.class).groups,
        yaml("texts.yaml", Texts.class));
  }

  /**
   * A classification and how often it comes.
   *
   * @param kind what people tell about it, and who its victims are
   */
  record Offence(String code, int weight, String kind) {}

  /** Names that go together. */
  record NameGroup(int weight, List<String> given, List<String> family) {}

  /** What is told, taken and written, by kind. */
  record Texts(
      List<String> streets,
      Map<String, List<String>> told,
      Map<String, List<String>> property,
      Map<String, List<String>> updates) {

    List<String> told(String kind) {
      return Objects.requireNonNull(told.get(kind), kind);
    }

    List<String> updates(String kind) {
      return Objects.requireNonNull(updates.get(kind), kind);
    }

    List<String> kindsOfUpdates() {
      return updates.keySet().stream().sorted().toList();
    }
  }

  private record Systems(List<RecordsSystem> forces) {}

  private record Names(List<NameGroup> groups) {}

  private static List<Offence> readOffences() {
    try (var file = open("offences.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .map(cells -> new Offence(cells[0], Integer.parseInt(cells[1]), cells[2]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static <T> T yaml(String name, Class<T> type) {
    return YAML.readValue(open(name), type);
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Stock.class.getResourceAsStream(name));
  }
}
