package uk.followmycase.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Cases as their victims see them. Each call reads, checks the access state and writes its audit
 * rows in one transaction: no trace, no page.
 */
public interface CasePages {

  /** The cases of the bound force that an account may see, newest change first. */
  List<Line> list(AccountId account);

  /** One case; empty when there is none, it is another's, or access does not allow it. */
  Optional<Page> show(AccountId account, Handle handle);

  /** A case in the list. */
  record Line(
      Handle handle,
      String reference,
      Stage stage,
      @Nullable String offence,
      Instant changedAt,
      boolean suspended) {}

  /**
   * One case.
   *
   * @param offence class of the offence as the code table names it ({@code nnn}), for the wording
   *     {@code offence.<nnn>}; null for an incident
   * @param outcome outcome type {@code 0}–{@code 22} with variants such as {@code 1A}; null when
   *     none; never shown as a number
   * @param asOf when the force's records system last told us about the case
   * @param feedSilent whether nothing came from the force for longer than it promised
   * @param onlookers who else may see it for the person; empty for those themselves
   */
  record Page(
      Handle handle,
      String reference,
      boolean incident,
      Stage stage,
      @Nullable String offence,
      @Nullable String outcome,
      Told told,
      @Nullable Officer officer,
      List<Entry> timeline,
      Instant asOf,
      boolean feedSilent,
      boolean readOnly,
      List<Onlooker> onlookers) {

    /** With those who may see it for the person. */
    public Page seenBy(List<Onlooker> others) {
      return with(told, others);
    }

    /** Without what the person told the police. */
    public Page progress() {
      return with(Told.NOTHING, onlookers);
    }

    private Page with(Told said, List<Onlooker> others) {
      return new Page(
          handle,
          reference,
          incident,
          stage,
          offence,
          outcome,
          said,
          officer,
          timeline,
          asOf,
          feedSilent,
          readOnly,
          others);
    }
  }

  /**
   * Somebody who may see a case for the person whose it is.
   *
   * @param handle in addresses
   * @param kind end of the key of what makes them one
   * @param until the last day
   */
  record Onlooker(Handle handle, String name, String kind, LocalDate until) {}

  /** What the person told the police. */
  record Told(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String area,
      @Nullable String report,
      List<String> property) {

    /** Nothing is shown of it. */
    public static final Told NOTHING = new Told(null, null, null, null, List.of());
  }

  /** The officer in the case. E-mail is never shown to victims. */
  record Officer(String collarNumber, String name, @Nullable String unit) {}

  /**
   * A timeline entry, newest first.
   *
   * @param kind for the heading {@code timeline.kind.<kind>}
   * @param reason key in the force's reason bank; null when text stands
   */
  record Entry(Instant at, String kind, @Nullable String text, @Nullable String reason) {

    /** Language-neutral words that the page must look up. */
    public boolean fromBank() {
      return reason != null;
    }
  }

  /** Languages a page is made for. */
  List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("cy"));
}
