package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.tenancy.Forces.Source;

/** The rules, words and classes that the repository carries. */
class TenantsRulesTests {

  private static final Path TENANTS = Path.of("tenants");

  static Stream<Path> files() {
    try (var files = Files.walk(TENANTS)) {
      return files.filter(file -> file.endsWith("rules.yaml")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void rulesHaveNoFault(Path file) {
    assertThat(Rules.READER.faults(new Source(file.toString(), text(file)))).isEmpty();
  }

  @Test
  void everyForceDecidesInItsOwnWay() {
    var answers = files().map(file -> verdicts(Rules.of(text(file)))).toList();
    assertThat(answers).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void everyReasonAndClassHasItsWords(String language) throws IOException {
    var words = new Properties();
    for (var area : List.of("eligibility", "offences")) {
      words.load(
          new StringReader(
              text(
                  TENANTS.resolve("_default/wording/%s_%s.properties".formatted(area, language)))));
    }
    var keys = new ArrayList<String>();
    JsonMapper.shared()
        .readTree(text(TENANTS.resolve("schema/rules.schema.json")))
        .at("/$defs/rule/properties/reason/enum")
        .forEach(key -> keys.add("eligibility.reason." + key.stringValue()));
    List.of(
            "no-rule",
            "collision-phone",
            "collision-email",
            "collision-address",
            "collision-person")
        .forEach(key -> keys.add("eligibility.reason." + key));
    new OffenceTable().numbers().forEach(number -> keys.add("offence." + number));
    assertThat(keys).hasSizeGreaterThan(240);
    assertThat(words.stringPropertyNames()).containsAll(keys);
    assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
  }

  @Test
  void theSchemaNamesTheGroupsOfTheTable() {
    var groups = new ArrayList<String>();
    JsonMapper.shared()
        .readTree(text(TENANTS.resolve("schema/rules.schema.json")))
        .at("/$defs/groups/items/enum")
        .forEach(group -> groups.add(group.stringValue()));
    assertThat(groups).containsExactlyInAnyOrderElementsOf(new OffenceTable().groups());
  }

  /** One answer a class of offence, for an adult who can be reached. */
  private static List<Class<? extends Verdict>> verdicts(Rules rules) {
    return new OffenceTable()
        .numbers().stream()
            .<Class<? extends Verdict>>map(
                number -> rules.judge(People.victim().of(number + "/01")).getClass())
            .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
