package uk.followmycase.robustness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.support.Place;

/**
 * Somebody who signed up and follows a case, and what their records system says of them. Where
 * Welsh is a duty and nobody ever asked them, a text comes in both languages.
 */
final class Reader {

  private static final String PHONE = "{\"kind\":\"phone\",\"value\":\"0%s\",\"safe\":%b}";
  private static final String EMAIL = "{\"kind\":\"email\",\"value\":\"%s\",\"safe\":%b}";

  private static final int PLACES = Place.values().length;

  private static int numbers;

  final Place place;
  final String email;
  final String reference;
  private String number = "";
  private int version;
  private int updates;
  private boolean phoneFirst = true;
  Lot lot = Lot.LEFT_ALONE;
  boolean early;
  Instant since = Instant.EPOCH;

  Reader(int which, Place place) {
    this.place = place;
    this.email = "reader-%04d@example.com".formatted(which);
    this.reference = place.freshReference();
    moves();
  }

  /** What becomes of them while an update is on its way. */
  enum Lot {
    LEFT_ALONE(7),
    /** There is no such number any more. */
    REFUSED(5),
    /** Their text is taken, and comes back. */
    RETURNED(6),
    /** Nothing may be sent to them. */
    PAUSED(7),
    /** Their new number is not safe any more. */
    TAKEN_AWAY(7),
    /** What they proved who they are by is not safe any more: they are told nothing at all. */
    SHUT_OUT(7),
    /** The update is withdrawn. */
    WITHDRAWN(7);

    private final int prefix;

    Lot(int prefix) {
      this.prefix = prefix;
    }

    boolean unreachable() {
      return this == REFUSED || this == RETURNED;
    }

    private boolean newNumber() {
      return unreachable() || this == TAKEN_AWAY;
    }

    private static boolean holds(Lot lot, String to) {
      return to.startsWith("+4477009" + lot.prefix);
    }
  }

  static boolean refused(String to) {
    return Lot.holds(Lot.REFUSED, to);
  }

  static boolean returned(String to) {
    return Lot.holds(Lot.RETURNED, to);
  }

  /** The number that they have from now on says what will become of it. */
  void deal(Lot next, boolean atOnce, boolean textFirst) {
    var gone = lot.unreachable();
    lot = next;
    early = atOnce;
    phoneFirst = textFirst || next.newNumber();
    if (gone || next.newNumber()) {
      moves();
    }
  }

  private void moves() {
    numbers++;
    number = "77009%d%04d".formatted(lot.prefix, numbers * PLACES + place.ordinal());
  }

  /** Whose cases somebody is on who has or had a number. */
  static Place place(String phone) {
    return Place.values()[Integer.parseInt(phone.substring(phone.length() - 4)) % PLACES];
  }

  /** Whether a contact is or was of one of them. */
  static boolean has(String contact) {
    return contact.startsWith("reader-")
        || Stream.of(Lot.values()).anyMatch(lot -> Lot.holds(lot, contact));
  }

  /** Whether a contact is theirs now. */
  boolean at(String contact) {
    return contact.equals(email) || contact.equals(phone());
  }

  String phone() {
    return "+44" + number;
  }

  /** By one of which a call has to reach them in the end. */
  List<String> reached() {
    return lot.unreachable() ? List.of(email) : List.of(email, phone());
  }

  /** Everything is safe. */
  String file() {
    return file(true, true, false);
  }

  /** What changes for them under way; null when nothing does. */
  @Nullable String change() {
    return switch (lot) {
      case LEFT_ALONE, REFUSED, RETURNED -> null;
      case PAUSED -> file(true, true, true);
      case TAKEN_AWAY -> file(false, true, false);
      case SHUT_OUT -> file(true, false, false);
      case WITHDRAWN ->
          "{\"withdrawal\":{\"reference\":\"%s\",\"updateId\":\"U-%d\"}}"
              .formatted(reference, updates);
    };
  }

  /** What is not to be called once that is known. */
  List<String> forbidden() {
    return switch (lot) {
      case LEFT_ALONE, REFUSED, RETURNED, WITHDRAWN -> List.of();
      case PAUSED, SHUT_OUT -> List.of(phone(), email);
      case TAKEN_AWAY -> List.of(phone());
    };
  }

  private String file(boolean phoneIsSafe, boolean emailIsSafe, boolean paused) {
    version++;
    var text = PHONE.formatted(number, phoneIsSafe);
    var mail = EMAIL.formatted(email, emailIsSafe);
    return """
        {"case":{"reference":"%s","version":%d,"kind":"crime","classification":"028/01","status":"%s",\
        "people":[{"id":"V","role":"victim","name":"Sam Sample","bornOn":"1990-02-01","contacts":[%s],\
        "contactPlan":{"paused":%b}}]}}"""
        .formatted(
            reference,
            version,
            place.status(),
            phoneFirst ? text + "," + mail : mail + "," + text,
            paused);
  }

  /** Something new in their case. */
  String update() {
    updates++;
    return """
        {"update":{"reference":"%s","update":{"id":"U-%d","at":"%s","kind":"general",\
        "text":"Something new."}}}"""
        .formatted(reference, updates, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public String toString() {
    return email + " " + lot.name().toLowerCase(Locale.ROOT) + (early ? " early" : "");
  }
}
