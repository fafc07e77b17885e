package uk.followmycase.tenancy.internal;

import java.util.Locale;
import java.util.Map;
import uk.followmycase.tenancy.Wording;

/** The wording in both languages. */
record Words(Vocabulary english, Vocabulary welsh) {

  Vocabulary in(Locale language) {
    return language.getLanguage().equals(Wording.WELSH.getLanguage()) ? welsh : english;
  }

  /** These words with a force's own laid over. */
  Words under(Map<String, Text> ownEnglish, Map<String, Text> ownWelsh) {
    return ownEnglish.isEmpty() && ownWelsh.isEmpty()
        ? this
        : new Words(new Vocabulary(ownEnglish, english), new Vocabulary(ownWelsh, welsh));
  }
}
