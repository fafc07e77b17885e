package uk.followmycase.delivery.receipts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** What somebody posts who is not known yet: no more of it is ever held than a receipt is long. */
final class Posted {

  /** SNS takes no longer message. */
  static final int LONGEST = 256 * 1024;

  private Posted() {}

  /** Empty when there is more of it. */
  static Optional<byte[]> read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LONGEST) {
      return Optional.empty();
    }
    var body = request.getInputStream().readNBytes(LONGEST + 1);
    return Optional.of(body).filter(it -> it.length <= LONGEST);
  }
}
