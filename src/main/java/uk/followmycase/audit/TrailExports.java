package uk.followmycase.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Taking a part of the bound force's trail out. One asks and says why, another one decides; then
 * whoever asked may fetch it for a day from then. Each step leaves a trace.
 */
public interface TrailExports {

  /** Asks for it; the same that waits already is not asked for twice. */
  Handle ask(Requester by, TrailQuestion question, String reason);

  /**
   * Those that wait for a decision, then the others, the latest of each first, and a trace on each
   * case that they name.
   *
   * @param shown of what a page's requests are about, what the reader may know of
   * @param after where the page before ended; from the start for what no page said
   */
  Page page(
      Actor reader, Function<Collection<About>, Predicate<About>> shown, @Nullable String after);

  /** What a request is about, for asking whether somebody may know of it; it tells nobody. */
  Optional<About> about(Handle export);

  /** Decides on a request of somebody else. */
  Decided decide(Requester by, Handle export, boolean approve);

  /**
   * What may be fetched now by whoever asked for it. That it was is written down before the first
   * line leaves.
   */
  Optional<Export> fetch(Requester by, Handle export);

  /** Every line of it, the latest first, in small transactions: it may be very long. */
  void lines(Export export, Consumer<List<TrailLine>> sink);

  /**
   * Who asks or decides.
   *
   * @param name as colleagues know them
   * @param collarNumber by which somebody with two accounts is still one person; null where it is
   *     not known
   */
  record Requester(Actor actor, String name, @Nullable String collarNumber) {

    /** As the one person that they are. */
    public Colleague colleague() {
      return new Colleague(actor.id(), collarNumber);
    }

    @Override
    public String toString() {
      return "requester " + actor.id();
    }
  }

  /**
   * A request.
   *
   * @param decidedBy name; null while nobody has decided
   * @param decidedAt null while nobody has decided
   * @param approved null while nobody has decided
   */
  record Export(
      Handle handle,
      TrailQuestion question,
      Requester by,
      Instant askedAt,
      String reason,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable Boolean approved) {

    /** For how long what was agreed to may be fetched: whoever still needs it asks again. */
    private static final Duration FETCHED_WITHIN = Duration.ofDays(1);

    /** Whether whoever asked may fetch it now. */
    public boolean fetchable(Instant now) {
      return Boolean.TRUE.equals(approved)
          && decidedAt != null
          && decidedAt.plus(FETCHED_WITHIN).isAfter(now);
    }

    @Override
    public String toString() {
      return "export " + handle.value();
    }
  }

  /**
   * Some of the requests.
   *
   * @param next where the next page begins; empty on the last
   */
  record Page(List<Export> exports, Optional<String> next) {}

  /** What became of a decision. */
  enum Decided {
    DONE,
    /** Nobody decides on their own request. */
    OWN,
    /** Somebody has decided before. */
    BEFORE,
    NOT_THERE
  }
}
