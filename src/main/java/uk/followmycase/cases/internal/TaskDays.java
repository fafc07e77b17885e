package uk.followmycase.cases.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.followmycase.cases.desk.TaskKind;

/** Within how many working days each kind of task is to be answered: {@code tasks.yaml}. */
record TaskDays(Map<TaskKind, Within> within) {

  static final String FILE = "tasks.yaml";

  private static final YAMLMapper YAML = YAMLMapper.shared();
  private static final int MOST = 60;

  /**
   * Working days.
   *
   * @param days for everybody
   * @param enhanced for people with Enhanced Rights under the Victims' Code
   */
  record Within(int days, int enhanced) {}

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static TaskDays read(String text) {
    try {
      var root = YAML.readTree(text).path("tasks");
      var within = new EnumMap<TaskKind, Within>(TaskKind.class);
      for (var kind : TaskKind.values()) {
        var entry = root.path(kind.key());
        within.put(
            kind,
            new Within(
                days(kind, entry.path("days").asInt(-1)),
                days(kind, entry.path("enhanced").asInt(entry.path("days").asInt(-1)))));
      }
      return new TaskDays(within);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("This is not YAML as we read it", broken);
    }
  }

  Within of(TaskKind kind) {
    return Objects.requireNonNull(within.get(kind));
  }

  private static int days(TaskKind kind, int days) {
    if (days < 0 || days > MOST) {
      throw new IllegalArgumentException("%s needs days from 0 to %d".formatted(kind.key(), MOST));
    }
    return days;
  }
}
