package uk.followmycase.web.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+44",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        " =1+1",
        "=HYPERLINK(\"http://evil.example\")",
        "=cmd|' /C calc'!A0"
      })
  void noCellIsAFormula(String text) {
    assertThat(Csv.row(Stream.of(text))).startsWith("\"'").endsWith("\"\r\n");
  }

  @Test
  void quotesAndCommasStayInTheirCell() {
    assertThat(Csv.row(Stream.of("a \"b\", c", "", "x=1")))
        .isEqualTo("\"a \"\"b\"\", c\",\"\",\"x=1\"\r\n");
  }
}
