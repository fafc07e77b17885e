package uk.followmycase.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneNumberTests {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "07700 900123",
        "07700900123",
        "(07700) 900 123",
        "07700.900.123",
        "07700–900–123",
        "7700900123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "+44(0) 7700-900-123",
        "(+44) 7700 900123",
        "0044 7700 900123",
        "0044 (0) 7700 900123",
        "447700900123",
        "+4407700900123",
        "\u202a+44 7700 900123\u202c",
        "\u00a007700\u00a0900123 ",
        "０７７００ ９００１２３",
        "٠٧٧٠٠ ٩٠٠١٢٣"
      })
  void oneNumberHoweverItIsWritten(String written) {
    assertThat(Contact.phone(written)).contains(new Contact(Channel.TEXT, "+447700900123"));
    assertThat(Contact.number(written)).contains("+447700900123");
  }

  @ParameterizedTest
  @CsvSource({
    "+353 85 123 4567, +353851234567",
    "00 48 512 345 678, +48512345678",
    "+380 50 123 4567, +380501234567",
    "+33 6 12 34 56 78, +33612345678",
    "+1 (212) 555-0123, +12125550123",
    "07797 712345, +447797712345",
    "07624 900123, +447624900123"
  })
  void mobilesFromElsewhere(String written, String value) {
    assertThat(Contact.phone(written)).map(Contact::value).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"020 7946 0958", "01632 960123", "0800 1111", "+33 1 42 68 53 00"})
  void aLandlineIsComparedButNeverTexted(String written) {
    assertThat(Contact.phone(written)).isEmpty();
    assertThat(Contact.number(written)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "070 1234 5678",
        "076 1234 5678",
        "0909 879 0123",
        "0845 123 4567",
        "0770090012",
        "999"
      })
  void numbersThatCostOrReachNobodyAreNotTexted(String written) {
    assertThat(Contact.phone(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "n/a",
        "+",
        "07700 9OO123",
        "07700 900123 ex",
        "07700 900123 (mum)",
        "mob: 07700 900123",
        "07700 900123 ext 4",
        "07700 900123 / 07700 900456",
        "07700 900123, 07700 900456",
        "07700 900123 07700 900456",
        "077009001234",
        "📱07700900123",
        "0️⃣7700 900123",
        "0800 FLOWERS",
        "+44 +44 7700 900123",
        "07700\u0000900123",
        "a@b.uk"
      })
  void whatIsNotJustANumberIsRefused(String written) {
    assertThat(Contact.phone(written)).isEmpty();
    assertThat(Contact.number(written)).isEmpty();
  }

  @Test
  void endlessInputIsRefused() {
    assertThat(Contact.number("0".repeat(1_000_000))).isEmpty();
    assertThat(Contact.number("(".repeat(40))).isEmpty();
  }

  @Property(tries = 200, seed = "41")
  void anyDressLeavesTheNumberAlone(
      @ForAll @IntRange(max = 999_999_99) int tail,
      @ForAll("heads") String head,
      @ForAll("gaps") List<String> gaps) {
    var digits = "%08d".formatted(tail);
    var written = new StringBuilder(head).append('7').append('7');
    for (var i = 0; i < digits.length(); i++) {
      written.append(gaps.get(i)).append(digits.charAt(i));
    }
    assertThat(Contact.phone(written.toString())).map(Contact::value).contains("+4477" + digits);
  }

  @Provide
  Arbitrary<String> heads() {
    return Arbitraries.of("0", "+44 ", "+44(0)", "0044", "(+44) ", "+44 0");
  }

  @Provide
  Arbitrary<List<String>> gaps() {
    return Arbitraries.of("", "", "", " ", "-", ".", "\u00a0").list().ofSize(8);
  }

  @Property(tries = 200, seed = "42")
  void whateverComesInWhatGoesOutIsPlainAndStaysSo(@ForAll("scribble") String written) {
    Contact.number(written)
        .ifPresent(
            number -> {
              assertThat(number).matches(E164);
              assertThat(Contact.number(number)).contains(number);
            });
    Contact.phone(written).ifPresent(c -> assertThat(Contact.phone(c.value())).contains(c));
  }

  @Provide
  Arbitrary<String> scribble() {
    var mostlyDigits =
        Arbitraries.strings().withChars("0123456789+()- 77").withChars('٣', '７').ofMaxLength(20);
    return Arbitraries.oneOf(mostlyDigits, Arbitraries.strings().ofMaxLength(50));
  }
}
