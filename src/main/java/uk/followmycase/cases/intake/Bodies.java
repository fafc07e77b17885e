package uk.followmycase.cases.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Takes bodies off the wire, as long as they are of the right kind and size. */
@Component
class Bodies {

  static final int LIMIT = 256 * 1024;

  private final StrictJson json;

  Bodies(StrictJson json) {
    this.json = json;
  }

  /** A body of a single call. */
  <T> T read(HttpServletRequest request, Class<T> type, Faults faults) {
    wants(MediaType.APPLICATION_JSON, request.getContentType());
    try {
      return json.read(bytes(request), type, faults);
    } catch (Malformed malformed) {
      throw Refusal.of(Problem.MALFORMED, malformed.fault());
    }
  }

  /** Refuses another kind of body. */
  static void wants(MediaType wanted, @Nullable String given) {
    try {
      if (given != null && wanted.equalsTypeAndSubtype(MediaType.parseMediaType(given))) {
        return;
      }
    } catch (InvalidMediaTypeException unreadable) {
      // refused below
    }
    throw Refusal.of(
        Problem.CONTENT_TYPE, new Fault("", "Wrong content type", "Send " + wanted + " in UTF-8"));
  }

  /** Never reads more than the limit, whatever the caller says of the length. */
  private static byte[] bytes(HttpServletRequest request) {
    if (request.getContentLengthLong() > LIMIT) {
      throw tooLarge();
    }
    try {
      var bytes = request.getInputStream().readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException cut) {
      throw Refusal.of(
          Problem.MALFORMED, new Fault("", "The body ended early", "Send it again, whole"));
    }
  }

  static Refusal tooLarge() {
    return Refusal.of(
        Problem.TOO_LARGE, new Fault("", "Over 256 KiB", "Send fewer updates or people at once"));
  }
}
