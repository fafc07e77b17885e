package uk.followmycase.cases.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.audit.Colleague;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.tenancy.keys.DataKey;

/** The words of rows, sealed with the key of their case. */
final class Words {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Words() {}

  static byte[] seal(DataKey key, UUID row, Place words) {
    return key.seal(words.place(), row, JSON.writeValueAsBytes(words));
  }

  static <W extends Place> W open(DataKey key, UUID row, byte[] sealed, String place, Class<W> as) {
    return JSON.readValue(key.open(place, row, sealed), as);
  }

  /** Words that belong to no case, for the force's key. */
  static byte[] bytes(Object words) {
    return JSON.writeValueAsBytes(words);
  }

  static <W> W read(byte[] clear, Class<W> as) {
    return JSON.readValue(clear, as);
  }

  /** Where words belong; nothing sealed for one place opens at another. */
  sealed interface Place permits File, Person, Entry, Glass, Shut, Over, PageWords, Task, Decision {

    /** Table and column. */
    String place();
  }

  /** Words of a case file that stand on no page, or that rules need. */
  record File(
      String reference,
      String normalised,
      @Nullable String areaName,
      @Nullable String report,
      List<String> property,
      @Nullable String officer,
      @Nullable String unit,
      @Nullable String email)
      implements Place {

    static final String PLACE = "police.case_file";

    @Override
    public String place() {
      return PLACE;
    }
  }

  /** Words of a person on a case; all empty once the person is off it. */
  record Person(
      @Nullable String id, @Nullable String name, @Nullable LocalDate born, List<Point> points)
      implements Place {

    static final String PLACE = "police.case_person";

    static final Person NOBODY = new Person(null, null, null, List.of());

    @Override
    public String place() {
      return PLACE;
    }
  }

  /** A contact as the records system has it. */
  record Point(CollisionRegister.Kind kind, String written, boolean safe, boolean shared) {}

  /** Why somebody broke a glass, and who it was. */
  record Glass(String reason, StaffName.Named by) implements Place {

    static final String PLACE = "police.broken_glass";

    @Override
    public String place() {
      return PLACE;
    }
  }

  /** Why somebody shut or ended access, who it was and when. */
  record Shut(String reason, String by, Instant at) implements Place {

    static final String PLACE = "police.grant_access";

    @Override
    public String place() {
      return PLACE;
    }
  }

  /** Who ended what a representative saw, and why. */
  record Over(String reason, String by, Instant at) implements Place {

    static final String PLACE = "police.representation";

    @Override
    public String place() {
      return PLACE;
    }
  }

  /** Words of an update. */
  record Entry(String id, @Nullable String text) implements Place {

    static final String PLACE = "police.timeline_entry";

    @Override
    public String place() {
      return PLACE;
    }
  }

  /**
   * What colleagues did about a task, oldest first.
   *
   * @param proposal that waits for a second person; null for none
   */
  record Task(List<Remark> remarks, @Nullable Proposal proposal) implements Place {

    static final String PLACE = "police.task";

    @Override
    public String place() {
      return PLACE;
    }
  }

  /**
   * An answer that a second person must confirm.
   *
   * @param by who wants it
   * @param grounds mark of those that stood when they did
   */
  record Proposal(Colleague by, String grounds) {}

  /**
   * Something a colleague did.
   *
   * @param who as colleagues know them
   * @param did short code
   */
  record Remark(String who, Instant at, String did, @Nullable String note) {}

  /**
   * Words of a decision.
   *
   * @param who as colleagues know them
   * @param second who confirmed it; null where one is enough
   */
  record Decision(String who, @Nullable String second, String note) implements Place {

    static final String PLACE = "police.decision";

    @Override
    public String place() {
      return PLACE;
    }
  }
}
