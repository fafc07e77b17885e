package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralWordsTests {

  private static final NeutralWords NEUTRAL =
      new NeutralWords(
          "https://follow.example-force.police.uk/invitation/" + "x".repeat(43),
          List.of("Example Force", "Heddlu Enghraifft"));

  @Test
  void quietWordsPass() {
    assertThat(wrong("notice.invitation.text", "Your invitation: {link}")).isEmpty();
    assertThat(wrong("notice.invitation.subject", "Your invitation")).isEmpty();
    assertThat(
            wrong(
                "notice.reminder.email",
                "{link} works for {days, plural, one {# day} other {# days}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          notice.invitation.text    | Your case: {link}                     | says "case"
          notice.invitation.text    | Police invitation: {link}             | says "Police"
          notice.invitation.email   | For victims: {link}                   | says "victims"
          notice.invitation.subject | Your crime report                     | says "crime"
          notice.invitation.subject | Domestic matters                      | says "Domestic"
          notice.reminder.text      | Dioddefwyr: {link}                    | says "Dioddefwyr"
          notice.reminder.text      | Eich achos: {link}                    | says "achos"
          notice.reminder.text      | Yr heddlu: {link}                     | says "heddlu"
          notice.reminder.text      | Example Force asks: {link}            | names the force
          notice.reminder.text      | {link} or www.example.org             | holds an address of its own
          notice.reminder.text      | {link} or example.org/way             | holds an address of its own
          notice.reminder.text      | {link} or me@example.org              | holds an address of its own
          notice.reminder.text      | {link} for {name}                     | has a place that is not filled
          notice.reminder.text      | {link} for {count, plural, other {#}} | has a place that is not filled
          notice.reminder.text      | Look it up                            | has no {link}
          notice.reminder.email     | Look it up                            | has no {link}
          notice.reminder.subject   | Here: {link}                          | has a {link}
          notice.update.text        | {code} for news of {name}             | has a place that is not filled
          notice.update.text        | Read {code} at {link}                 | has a place that is not filled
          notice.update.text        | There is something new                | has no {code}
          notice.update.subject     | News of your case                     | says "case"
          notice.code.body          | Your code                             | has no {code}
          notice.code.body          | {code} for {name}                     | has a place that is not filled
          notice.reminder.typed.text | Look it up                           | has no {code}
          notice.reminder.typed.text | {code} at {link}                     | has a place that is not filled
          notice.reminder.text      | Dolen sydd ŵrth law: {link}           | does not fit one text
          """)
  void wordsThatSayTooMuchAreNamed(String key, String words, String message) {
    assertThat(wrong(key, words)).singleElement().asString().startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stalking",
        "Harassment",
        "murder",
        "burglary",
        "theft",
        "custody",
        "charged",
        "released",
        "outcome",
        "sentence",
        "prison",
        "trial",
        "CPS",
        "detective",
        "robbery",
        "stelcian",
        "aflonyddu",
        "llofruddiaeth",
        "lofruddiaeth",
        "bwrgleriaeth",
        "fwrgleriaeth",
        "dwyn",
        "ddalfa",
        "cyhuddo",
        "gyhuddwyd",
        "rhyddhau",
        "ryddhawyd",
        "canlyniad",
        "ganlyniad",
        "dedfryd",
        "ddedfryd",
        "carchar",
        "garchar",
        "treial",
        "dditectif",
        "erlyn",
        "drais",
        "throsedd",
        "ddioddefwr",
        "gam-drin"
      })
  void nothingIsSaidOfWhatHappenedOrCameOfIt(String word) {
    assertThat(wrong("notice.update.email", "{code} and " + word))
        .singleElement()
        .asString()
        .startsWith("says \"" + word);
  }

  /** What may leave by a neutral sender names the force by no part of its names. */
  @ParameterizedTest
  @CsvSource({
    "notice.invitation.typed.text, 'Type {code}, EXAMPLE'",
    "notice.update.text, '{code} of enghraifft'",
    "notice.code.body, '{code} from aef'",
    "notice.replaced.text, 'Example: your code is another'",
    "notice.replaced.email, 'AEF: your code is another'",
    "notice.replaced.subject, 'News of enghraifft'",
    "notice.invitation.text, '{link} of a example force'"
  })
  void noPartOfTheNameStandsInWhatMustBeNeutral(String key, String words) {
    var neutral = new NeutralWords(NEUTRAL.link(), List.of("A Example Force", "Enghraifft"));
    assertThat(neutral.faults(key, words).map(NeutralWords.Wrong::message))
        .containsExactly("names the force");
  }

  @Test
  void aTextAndItsLinkShareOneSegment() {
    var room = 160 - NEUTRAL.link().length();
    assertThat(wrong("notice.invitation.text", "x".repeat(room) + "{link}")).isEmpty();
    assertThat(wrong("notice.invitation.text", "x".repeat(room + 1) + "{link}")).hasSize(1);
  }

  private static List<String> wrong(String key, String words) {
    return NEUTRAL.faults(key, words).map(NeutralWords.Wrong::message).toList();
  }
}
