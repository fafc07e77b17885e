package uk.followmycase.web.officer.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.web.Words;

/**
 * A code, shown once.
 *
 * @param goodUntil when the link it belongs to ends; null for somebody who is in already
 * @param as {@code read-out}, {@code card} or {@code letter}
 * @param languages that the paper speaks
 * @param portal where the person types it
 * @param back the person's page
 */
record CodePage(
    String code,
    @Nullable Instant goodUntil,
    String as,
    List<Locale> languages,
    Wording wording,
    ForceSettings force,
    String portal,
    String back) {

  /** Whether something is to be printed. */
  boolean paper() {
    return !as.equals("read-out");
  }

  /** The paper's words in a language. */
  Words in(Locale language) {
    return new Words(language, wording, force.zone());
  }

  /** Where to type it, as people write addresses. */
  String place() {
    return portal.replaceFirst("^https?://", "");
  }

  @Override
  public String toString() {
    return "code page";
  }
}
