package uk.followmycase.web.admin.trail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.TrailLine;
import uk.followmycase.cases.CaseNames;
import uk.followmycase.web.Words;

/**
 * A page of the trail.
 *
 * @param path of whose trail it is
 * @param about end of the key of what kind that is
 * @param name of it, where it has one
 * @param next address of the next page; null on the last
 */
record TrailPage(
    String path,
    String about,
    String name,
    TrailPeriod period,
    List<Line> lines,
    @Nullable String next) {

  /** Nothing of it is read, and nobody named, until days are asked for that there are. */
  static TrailPage nothing(String path, String about, TrailPeriod period) {
    return new TrailPage(path, about, "", period, List.of(), null);
  }

  /**
   * A line.
   *
   * @param kind end of the key of what kind acted
   * @param who name; empty where there is none
   * @param whose address of their trail; null where they have none
   * @param note may be empty
   */
  record Line(
      Instant at,
      String kind,
      String who,
      @Nullable String whose,
      String action,
      Note note,
      List<CaseNames.Named> cases) {

    static Line of(TrailLine line, TrailNames.Names names) {
      var actor = line.actor();
      return new Line(
          line.at(),
          TrailPath.kind(actor.kind()),
          switch (actor.kind()) {
            case OFFICER -> names.officer(actor.id()).orElse("");
            case PERSON -> "";
            case RECORDS_SYSTEM, SYSTEM -> actor.id();
          },
          TrailPath.of(actor).orElse(null),
          line.action().name(),
          names.note(line),
          line.cases().stream()
              .flatMap(id -> Optional.ofNullable(names.cases().get(id)).stream())
              .toList());
    }

    /** What was done, in words. */
    String said(Words words) {
      return TrailPage.said(words, action);
    }
  }

  /** An action in words; its code where a newer one has none yet. */
  static String said(Words words, String action) {
    var key = "trail.action." + action.toLowerCase(Locale.ROOT).replace('_', '-');
    return words.has(key) ? words.say(key) : action;
  }
}
