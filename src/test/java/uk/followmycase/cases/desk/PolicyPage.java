package uk.followmycase.cases.desk;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import uk.followmycase.tenancy.StaffRole;

/**
 * The table of rights as it stands on its page of the documentation, which changes only when
 * somebody changes it there too. What the product does is held against it.
 */
public final class PolicyPage {

  static final Path PATH = Path.of("docs/architecture/desk-policy.md");

  private static final String ROW = "| `";

  private final List<Row> rows;

  private PolicyPage(List<Row> rows) {
    this.rows = rows;
  }

  private record Row(StaffRole role, Bond bond, Set<Act> acts) {}

  /** As it was last written down. */
  public static PolicyPage kept() {
    try {
      return new PolicyPage(
          Files.readString(PATH)
              .lines()
              .filter(line -> line.startsWith(ROW))
              .map(PolicyPage::row)
              .toList());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Whether the page lets this role do this under this bond. */
  public boolean allows(StaffRole role, Bond bond, Act act) {
    return act == Act.LEAVE
        || rows.stream()
            .anyMatch(row -> row.role == role && row.bond == bond && row.acts.contains(act));
  }

  /** Whether it ever does. */
  public boolean everAllows(StaffRole role, Act act) {
    return Stream.of(Bond.values()).anyMatch(bond -> allows(role, bond, act));
  }

  /** The page for a table. */
  static String of(DeskPolicy policy) {
    return """
        # Who may do what at a desk

        Written from the table in `DeskPolicy` by `DeskPolicyTests`; `./dev docs` writes it anew. What stands in no row is refused. The bond `NONE` always holds. A conflict refuses everything
        about a case. Acts marked * want a fresh sign-in.

        | role | bond with the case | acts |
        | --- | --- | --- |
        %s
        """
        .formatted(
            Stream.of(StaffRole.values())
                .flatMap(role -> rows(policy, role))
                .collect(joining("\n")));
  }

  private static Stream<String> rows(DeskPolicy policy, StaffRole role) {
    return Stream.of(Bond.values())
        .filter(bond -> !acts(policy, role, bond).isEmpty())
        .map(
            bond ->
                "| `%s` | `%s` | %s |"
                    .formatted(
                        role,
                        bond,
                        acts(policy, role, bond).stream()
                            .map(act -> words(act) + (act.strong() ? "*" : ""))
                            .collect(joining(", "))));
  }

  private static Set<Act> acts(DeskPolicy policy, StaffRole role, Bond bond) {
    var acts = EnumSet.copyOf(policy.acts(Set.of(role), Set.of(bond)));
    acts.remove(Act.LEAVE);
    return acts;
  }

  private static String words(Act act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Row row(String line) {
    var cells = line.replaceAll("^\\| | \\|$|`|\\*", "").split(" \\| ");
    var acts =
        Stream.of(cells[2].split(", "))
            .map(words -> Act.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_')))
            .toList();
    return new Row(StaffRole.valueOf(cells[0]), Bond.valueOf(cells[1]), Set.copyOf(acts));
  }
}
