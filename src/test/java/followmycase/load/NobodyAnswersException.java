package followmycase.load;

import java.net.URI;

/** The product is not started, or elsewhere. */
final class NobodyAnswersException extends RuntimeException {

  NobodyAnswersException(URI at, Throwable cause) {
    super("Nobody answers at %s. Start the product first: ./dev start".formatted(at), cause);
  }
}
