package uk.followmycase.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What the demo provider was handed. Present in the demo profile only; it lies in a file outside
 * the product's tables.
 */
public interface DemoOutbox {

  /** Newest first, at most so many. */
  List<Item> latest(int most);

  /** One message as the demo's phone or mailbox shows it. */
  record Item(
      String id,
      Instant at,
      String force,
      Channel channel,
      String sender,
      String to,
      String subject,
      String body) {}
}
