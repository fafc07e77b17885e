package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Writer;

/** Asks the modules above for the words of their notices. */
@Component
class Writers {

  /** Looked up late: the modules that write depend on this one. */
  private final ObjectProvider<Writer> writers;

  Writers(ObjectProvider<Writer> writers) {
    this.writers = writers;
  }

  /** One message for each notice that still makes sense. */
  Map<UUID, Message> write(List<Leased> leased) {
    Map<Kind, List<Leased>> byKind = new EnumMap<>(Kind.class);
    leased.forEach(
        it -> byKind.computeIfAbsent(it.notice().kind(), kind -> new ArrayList<>()).add(it));
    Map<UUID, Message> messages = new HashMap<>();
    byKind.forEach((kind, some) -> messages.putAll(writerOf(kind).write(some)));
    return messages;
  }

  private Writer writerOf(Kind kind) {
    return writers.stream()
        .filter(writer -> writer.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody writes notices of kind " + kind));
  }
}
