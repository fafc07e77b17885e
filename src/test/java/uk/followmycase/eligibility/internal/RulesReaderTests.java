package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.followmycase.tenancy.Forces.Source;

class RulesReaderTests {

  private static final String GOOD =
      """
      rules:
        - id: burglary
          verdict: eligible
          reason: included-crime-type
          when:
            offence:
              classes:
                - "028"
                - "030"
            age: {from: 18, to: 90}
            reported:
              from: 2026-01-01
              to: 2026-12-31
            share: {percent: 20, salt: pilot}
      """;

  @Test
  void goodRulesHaveNoFault() {
    assertThat(Rules.READER.faults(new Source("x/rules.yaml", GOOD))).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "id: burglary | id: Burglary! | 2 | pattern",
        "id: burglary | id: collision | 2 | built in",
        "id: burglary | name: burglary | 2 | name",
        "verdict: eligible | verdict: maybe | 3 | enumeration",
        "reason: included-crime-type | reason: because | 4 | enumeration",
        "- \"030\" | - 104 | 9 | string",
        "- \"030\" | - \"010\" | 9 | No offence class 010",
        "- \"030\" | - \"028\" | 8 | unique",
        "from: 18, to: 90 | from: 91, to: 90 | 10 | before the beginning",
        "from: 18 | from: -1 | 10 | minimum",
        "from: 2026-01-01 | from: 2026-02-30 | 12 | date",
        "to: 2026-12-31 | to: 2025-12-31 | 13 | before the beginning",
        "percent: 20 | percent: 101 | 14 | maximum",
        "salt: pilot | sugar: pilot | 14 | salt",
        "when: | where: | 2 | when",
        "  reason: included-crime-type |   : : - | 4 | YAML",
      })
  void everyFaultHasItsLineAndAdvice(String good, String bad, int line, String words) {
    assertThat(GOOD).contains(good);
    var source = new Source("x/rules.yaml", GOOD.replace(good, bad));
    assertThat(Rules.READER.faults(source))
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.message()).containsIgnoringCase(words);
              assertThat(fault.advice()).isNotBlank();
            });
  }

  @Test
  void anIdUsedTwiceIsFoundAtTheSecond() {
    var twice = GOOD + GOOD.substring(GOOD.indexOf('\n') + 1);
    assertThat(Rules.READER.faults(new Source("x/rules.yaml", twice)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(15);
              assertThat(fault.message()).contains("used twice");
            });
  }

  @Test
  void anEntryThatStandsTwiceIsNotDropped() {
    var twice =
        GOOD.replace("  verdict: eligible\n", "  verdict: eligible\n    verdict: not-eligible\n");
    assertThat(Rules.READER.faults(new Source("x/rules.yaml", twice)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(4));
  }

  @Test
  void anEmptyFileIsAFault() {
    assertThat(Rules.READER.faults(new Source("x/rules.yaml", ""))).isNotEmpty();
    assertThat(Rules.READER.faults(new Source("x/rules.yaml", "rules: []"))).isNotEmpty();
  }
}
