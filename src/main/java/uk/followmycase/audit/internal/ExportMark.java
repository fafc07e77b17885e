package uk.followmycase.audit.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * A place in the list of requests. What is decided while somebody turns the page moves to the other
 * part of the list; the place in either does not.
 *
 * @param decided in which of the two parts
 */
record ExportMark(boolean decided, TrailMark mark) {

  private static final ExportMark START = new ExportMark(false, TrailMark.START);
  private static final char DECIDED = 'd';
  private static final char WAITING = 'w';

  static ExportMark of(Export last) {
    return new ExportMark(
        last.approved() != null, new TrailMark(last.askedAt(), last.handle().value()));
  }

  String sealed(ForceKeys keys) {
    return (decided ? DECIDED : WAITING) + mark.sealed(keys);
  }

  /** The start for what we did not write. */
  static ExportMark opened(@Nullable String text, ForceKeys keys) {
    return Optional.ofNullable(text)
        .filter(written -> !written.isEmpty())
        .flatMap(
            written ->
                TrailMark.opened(written.substring(1), keys)
                    .map(mark -> new ExportMark(written.charAt(0) == DECIDED, mark)))
        .orElse(START);
  }
}
