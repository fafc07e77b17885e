package uk.followmycase.web.admin.trail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.identity.StaffMember;

/**
 * Requests to take a part of the trail out.
 *
 * @param next address of the next page; null on the last
 */
record ExportsPage(List<Request> requests, @Nullable String next) {

  /** What may just have happened; ends of keys. */
  static final Set<String> DONE =
      Set.of("asked", "approved", "refused", "own", "before", "not-there");

  static ExportsPage of(
      List<Export> exports,
      StaffMember reader,
      Instant now,
      Function<About, Whose> whose,
      @Nullable String next) {
    return new ExportsPage(
        exports.stream()
            .map(one -> Request.of(one, reader, now, whose.apply(one.question().about())))
            .toList(),
        next);
  }

  /**
   * Whose trail it is.
   *
   * @param called reference or name; empty where none is known
   * @param path of what would be taken out; null where it cannot be read any more
   */
  record Whose(String called, @Nullable String path) {}

  /**
   * A request.
   *
   * @param about end of the key of what kind of trail
   * @param whose case, or who acted
   * @param state end of the key of what has become of it
   * @param toDecide whether the reader may decide on it
   * @param toFetch whether the reader may fetch it now
   */
  record Request(
      String handle,
      String about,
      Whose whose,
      Instant from,
      Instant to,
      String by,
      Instant askedAt,
      String reason,
      String state,
      @Nullable String decidedBy,
      boolean toDecide,
      boolean toFetch) {

    static Request of(Export export, StaffMember reader, Instant now, Whose whose) {
      var mine = export.by().actor().equals(reader.actor());
      var own = export.by().colleague().isAlso(reader.colleague());
      var question = export.question();
      return new Request(
          export.handle().toString(),
          question.about() instanceof About.By by ? TrailPath.kind(by.actor().kind()) : "case",
          whose,
          question.from(),
          question.to().minusMillis(1),
          export.by().name(),
          export.askedAt(),
          export.reason(),
          state(export),
          export.decidedBy(),
          export.approved() == null && !own,
          mine && export.fetchable(now));
    }

    private static String state(Export export) {
      if (export.approved() == null) {
        return "open";
      }
      return export.approved() ? "approved" : "refused";
    }
  }
}
