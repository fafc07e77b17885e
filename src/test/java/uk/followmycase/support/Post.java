package uk.followmycase.support;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.DemoOutbox;

/** Somebody's phone and mailbox: what has arrived there, each message read once. */
public final class Post {

  private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) ?(\\d{4})\\b");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s]*/invitation/([\\w-]+)");
  private static final int MOST = 10_000;

  private final DemoOutbox outbox;
  private final Set<String> read = new HashSet<>();

  /** Nothing is read yet. */
  public Post(DemoOutbox outbox) {
    this.outbox = outbox;
  }

  /** What arrives from now on. */
  public static Post from(DemoOutbox outbox) {
    var post = new Post(outbox);
    outbox.latest(MOST).forEach(item -> post.read.add(item.id()));
    return post;
  }

  /** Waits for a code. */
  public String code(Contact to) {
    return awaited(to, CODE, found -> found.group(1) + found.group(2));
  }

  /** Waits for an invitation, and answers with the token in its link. */
  public String token(Contact to) {
    return awaited(to, LINK, found -> found.group(1));
  }

  /** How many messages have come to a contact. */
  public long count(Contact to) {
    return outbox.latest(MOST).stream().filter(item -> item.to().equals(to.value())).count();
  }

  private String awaited(
      Contact to, Pattern pattern, java.util.function.Function<MatchResult, String> part) {
    return Awaitility.await("a message to a contact")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> unread(to, pattern).map(part), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<MatchResult> unread(Contact to, Pattern pattern) {
    for (var item : outbox.latest(MOST)) {
      var found = pattern.matcher(item.body());
      if (item.to().equals(to.value()) && !read.contains(item.id()) && found.find()) {
        read.add(item.id());
        return Optional.of(found.toMatchResult());
      }
    }
    return Optional.empty();
  }
}
