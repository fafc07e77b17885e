package uk.followmycase.cases.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a body into lines, in constant memory whatever its length. */
final class RawLines {

  /** Stands for a line over the limit, of which nothing is kept. */
  static final byte[] TOO_LONG = {};

  private final InputStream body;
  private final int limit;
  private final byte[] buffer = new byte[64 * 1024];
  private int next;
  private int end;

  RawLines(InputStream body, int limit) {
    this.body = body;
    this.limit = limit;
  }

  /** The next line without its end; null when the body is over. A last line needs no end. */
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream(1024);
    var tooLong = false;
    var any = false;
    while (next < end || fill()) {
      any = true;
      var stop = newline();
      var length = stop - next;
      tooLong |= line.size() + length > limit;
      if (!tooLong) {
        line.write(buffer, next, length);
      }
      next = Math.min(stop + 1, end);
      if (stop < end) {
        return tooLong ? TOO_LONG : line.toByteArray();
      }
    }
    return any ? (tooLong ? TOO_LONG : line.toByteArray()) : null;
  }

  private int newline() {
    var at = next;
    while (at < end && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, body.read(buffer));
    return end > 0;
  }
}
