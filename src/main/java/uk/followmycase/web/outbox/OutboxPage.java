package uk.followmycase.web.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.DemoOutbox.Item;
import uk.followmycase.tenancy.Forces;

/** Texts on a phone and e-mails in a mailbox, newest first. */
record OutboxPage(List<Message> texts, List<Message> mails) {

  private static final Pattern LINK = Pattern.compile("https?://\\S+[^\\s.,;:!?)]");

  static OutboxPage of(List<Item> items, Forces forces) {
    return new OutboxPage(
        messages(items, Channel.TEXT, forces), messages(items, Channel.EMAIL, forces));
  }

  private static List<Message> messages(List<Item> items, Channel channel, Forces forces) {
    return items.stream()
        .filter(item -> item.channel() == channel)
        .map(item -> message(item, forces))
        .toList();
  }

  private static Message message(Item item, Forces forces) {
    return new Message(
        item.at(),
        forces.bySlug(item.force()).map(force -> force.settings().name()).orElse(null),
        item.sender(),
        item.to(),
        item.subject(),
        item.body().lines().map(OutboxPage::pieces).toList());
  }

  /** A line cut at its links. */
  static List<Piece> pieces(String line) {
    var pieces = new ArrayList<Piece>();
    var links = LINK.matcher(line);
    var from = 0;
    while (links.find()) {
      pieces.add(new Piece(line.substring(from, links.start()), false));
      pieces.add(new Piece(links.group(), true));
      from = links.end();
    }
    pieces.add(new Piece(line.substring(from), false));
    pieces.removeIf(piece -> piece.text().isEmpty());
    return pieces;
  }

  /** One message. */
  record Message(
      Instant at,
      @Nullable Map<String, String> force,
      String sender,
      String to,
      String subject,
      List<List<Piece>> lines) {}

  /** Words or a link. */
  record Piece(String text, boolean link) {}
}
