package uk.followmycase.cases.intake;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CaseFiles.Call;
import uk.followmycase.cases.Marks;

/** Calls that have one effect however often they come with the same key. */
@Component
class KeyedCalls {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Marks marks;

  KeyedCalls(Marks marks) {
    this.marks = marks;
  }

  /**
   * A call, refused where its key is none.
   *
   * @param content by which a key's second use is told from its first
   */
  Call of(String client, String key, String content) {
    if (!KEY.matcher(key).matches()) {
      throw Refusal.of(
          Problem.INVALID,
          new Fault("", "Not an Idempotency-Key", "Give 1 to 255 visible ASCII characters"));
    }
    return new Call(client, key, marks.content("a call", content));
  }

  /** The first call with the key still runs. */
  static Refusal inFlight() {
    return Refusal.later(Problem.IN_FLIGHT, A_MOMENT);
  }

  /** The key came with something else before. */
  static Refusal reused() {
    return Refusal.of(
        Problem.IDEMPOTENCY_KEY_REUSED,
        new Fault("", "Known with another body", "Give each call a key of its own"));
  }
}
