package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Reader;
import uk.followmycase.delivery.Notices.Writer;

/** Writes what a notice's content says, and misbehaves when it says so. */
final class ScriptedWriter implements Writer {

  private final AtomicInteger calls = new AtomicInteger();
  private final Map<UUID, UUID> passed = new ConcurrentHashMap<>();
  private final Set<UUID> shutOut = ConcurrentHashMap.newKeySet();

  @Override
  public Collection<Kind> kinds() {
    return EnumSet.allOf(Kind.class);
  }

  @Override
  public Map<UUID, Message> write(List<Leased> leased) {
    calls.incrementAndGet();
    Map<UUID, Message> messages = new HashMap<>();
    for (var it : leased) {
      var notice = it.notice();
      var content = notice.content();
      if (content.containsKey("poison")) {
        throw new IllegalStateException("poisoned by " + content);
      }
      var by = content.getOrDefault("by", notice.channel().name());
      if (!content.containsKey("drop")
          && !shutOut.contains(notice.about())
          && by.equals(notice.channel().name())) {
        messages.put(notice.id(), message(notice));
      }
    }
    return messages;
  }

  int calls() {
    return calls.get();
  }

  /** From now on what one account read is read by another. */
  void passes(UUID from, UUID to) {
    passed.put(from, to);
  }

  /** There is nothing to be read any more. */
  void shutOut(Notice from) {
    shutOut.add(from.about());
  }

  private Message message(Notice notice) {
    var content = notice.content();
    var to = new Contact(notice.channel(), Objects.requireNonNull(content.get("to")));
    var parts = new ArrayList<String>();
    parts.add(Objects.requireNonNull(content.get("text")));
    if (content.containsKey("other")) {
      parts.add(Objects.requireNonNull(content.get("other")));
    }
    return new Message(to, content.getOrDefault("subject", ""), parts, reader(content));
  }

  private @Nullable Reader reader(Map<String, String> content) {
    var id = content.get("reader");
    var since = Instant.parse(content.getOrDefault("since", "2026-01-01T00:00:00Z"));
    if (id == null) {
      return null;
    }
    var account = UUID.fromString(id);
    return new Reader(passed.getOrDefault(account, account), since);
  }
}
