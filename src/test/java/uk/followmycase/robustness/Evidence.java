package uk.followmycase.robustness;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.StandingDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.followmycase.robustness.Ledger.Taken;

/** What a provider took, each beside what the product wrote down of it. */
final class Evidence {

  private final List<Told> told;

  /**
   * Something that was taken.
   *
   * @param kind of its notice
   * @param state of its notice
   * @param channel by which its notice left in the end
   * @param marked whether its attempt says of itself that it may be a duplicate
   */
  record Told(Taken taken, UUID notice, String kind, String state, String channel, boolean marked) {

    boolean code() {
      return kind.equals("CODE");
    }

    boolean update() {
      return kind.equals("UPDATE");
    }

    /** The same for whatever says the same again; a new link is no other invitation. */
    private String part() {
      return notice + (update() ? taken.text() : "");
    }
  }

  private record Attempt(UUID notice, String kind, String state, String channel, boolean marked) {}

  private Evidence(List<Told> told) {
    this.told = told;
  }

  static Evidence of(Ledger ledger, StandingDatabase database) {
    var attempts = attempts(database);
    var taken = ledger.all();
    assertThat(taken.stream().map(Taken::attempt))
        .as("Written down before it was called")
        .allMatch(attempts::containsKey);
    return new Evidence(
        taken.stream()
            .map(it -> told(it, Objects.requireNonNull(attempts.get(it.attempt()))))
            .toList());
  }

  private static Told told(Taken taken, Attempt attempt) {
    return new Told(
        taken,
        attempt.notice(),
        attempt.kind(),
        attempt.state(),
        attempt.channel(),
        attempt.marked());
  }

  /** In the order in which it was taken. */
  List<Told> all() {
    return told;
  }

  /**
   * The first of the same thing may be marked in vain; every further one has to be, and may be
   * there only because nobody could say what had become of each before it.
   *
   * @return how many there were more than one
   */
  static int further(List<Told> some, Map<UUID, List<Carrier.Call>> calls, Blows blows) {
    var again = 0;
    for (var same : some.stream().collect(groupingBy(Told::part)).values()) {
      var inOrder = same.stream().sorted(Comparator.comparing(Evidence::begun)).toList();
      var further = inOrder.subList(1, inOrder.size());
      assertThat(further).as("What arrives again says so").allMatch(Told::marked);
      for (var before : inOrder.subList(0, further.size())) {
        var made = calls.getOrDefault(before.taken().attempt(), List.of());
        assertThat(made)
            .as("What arrives again does so for what was in the air; meanwhile %s", blows)
            .anyMatch(blows::shook);
      }
      again += further.size();
    }
    return again;
  }

  /** Ids of attempts are in the order in which they began. */
  private static String begun(Told told) {
    return told.taken().attempt().toString();
  }

  private static Map<UUID, Attempt> attempts(StandingDatabase database) {
    return database
        .superuser()
        .sql(
            """
            select a.id, a.notice_id, n.kind, n.state, n.channel, a.possible_duplicate
            from police.delivery_attempt a
            join police.notice n on n.force_id = a.force_id and n.id = a.notice_id
            """)
        .query(
            (row, number) ->
                Map.entry(
                    row.getObject(1, UUID.class),
                    new Attempt(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6))))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
