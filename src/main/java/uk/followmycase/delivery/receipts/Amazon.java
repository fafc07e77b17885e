package uk.followmycase.delivery.receipts;

import java.io.IOException;
import java.net.URI;

/** The two things that are fetched from Amazon: a certificate, and the yes to a subscription. */
interface Amazon {

  /**
   * Answers with what stands there.
   *
   * @param address that was checked to be Amazon's own
   * @throws IOException when it cannot be had in time
   */
  byte[] get(URI address) throws IOException;
}
