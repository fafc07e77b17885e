package uk.followmycase.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

  @ParameterizedTest
  @CsvSource({
    "Sam.Example@Example.CO.UK, sam.example@example.co.uk",
    "' sam@example.org\u00a0', sam@example.org",
    "'\u200esam@example.org\u200b', sam@example.org",
    "o'brien+police@example.org, o'brien+police@example.org",
    "info@münchen.example, info@xn--mnchen-3ya.example",
    "info@XN--MNCHEN-3YA.example, info@xn--mnchen-3ya.example",
    "info@straße.example, info@xn--strae-oqa.example",
    "info@ＥＸＡＭＰＬＥ.org, info@example.org",
    "info@example。org, info@example.org",
    "siân@example.cymru, siân@example.cymru",
    "пётр@пример.рф, пётр@xn--e1afmkfd.xn--p1ai"
  })
  void oneAddressHoweverItIsWritten(String written, String value) {
    assertThat(Contact.email(written)).contains(new Contact(Channel.EMAIL, value));
  }

  @Test
  void accentsPutTogetherOrApartAreTheSame() {
    assertThat(Contact.email("sia\u0302n@example.org"))
        .isEqualTo(Contact.email("siân@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "sam",
        "sam@",
        "@example.org",
        "sam@localhost",
        "sam@example",
        "sam@example.123",
        "sam@[192.0.2.1]",
        "sam@192.0.2.1",
        "sam@@example.org",
        ".sam@example.org",
        "sam.@example.org",
        "sa..m@example.org",
        "sam@example..org",
        "sam@-example.org",
        "sam@exa_mple.org",
        "sam example@example.org",
        "sam@example.org, pat@example.org",
        "Sam <sam@example.org>",
        "\"sam\"@example.org",
        "sam\r\nBcc: pat@example.org",
        "sam\u0000@example.org",
        "sam\ud800@example.org",
        "sam😀@example.org",
        "sam@😀\ud800.org",
        "sam\u202e@example.org",
        "07700 900123"
      })
  void whatCannotBeAnAddressIsRefused(String written) {
    assertThat(Contact.email(written)).isEmpty();
  }

  @Test
  void endlessInputIsRefused() {
    assertThat(Contact.email("a".repeat(1_000_000) + "@example.org")).isEmpty();
    assertThat(Contact.email("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(Contact.email("a@" + "a.".repeat(120) + "org")).isPresent();
    assertThat(Contact.email("a@" + "a".repeat(64) + ".org")).isEmpty();
  }

  @Property(tries = 200, seed = "43")
  void whateverComesInWhatGoesOutStaysSo(@ForAll("scribble") String written) {
    Contact.email(written)
        .ifPresent(
            contact -> {
              assertThat(Contact.email(contact.value())).contains(contact);
              assertThat(contact.value()).doesNotContainPattern("[\\s\\p{Cntrl}<>,;\"]");
              assertThat(contact.masked()).doesNotContain(contact.value());
            });
  }

  @Provide
  Arbitrary<String> scribble() {
    var part = Arbitraries.strings().withChars("aZß.ü-İΣς\u0302あ9").ofMinLength(1).ofMaxLength(9);
    var likely = net.jqwik.api.Combinators.combine(part, part).as((a, b) -> a + "@" + b + ".org");
    return Arbitraries.oneOf(likely, Arbitraries.strings().ofMaxLength(60));
  }

  @Test
  void maskedShowsTooLittleToLearn() {
    assertThat(new Contact(Channel.EMAIL, "sam@example.co.uk").masked()).isEqualTo("s•••@e•••.uk");
    assertThat(new Contact(Channel.TEXT, "+447700900123").masked()).isEqualTo("•••\u00a0123");
    assertThat(new Contact(Channel.EMAIL, "𠮷野@example.org").masked()).isEqualTo("𠮷•••@e•••.org");
    assertThat(new Contact(Channel.TEXT, "+447700900123")).hasToString("TEXT contact");
  }
}
