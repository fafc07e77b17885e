package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Writer;

/** Asks the modules above for the words of their notices. */
@Component
class Writers {

  /** Looked up late, since the modules that write depend on this one, and once. */
  private final Supplier<Map<Kind, Writer>> writers;

  Writers(ObjectProvider<Writer> writers) {
    this.writers = SingletonSupplier.of(() -> byKind(writers));
  }

  private static Map<Kind, Writer> byKind(ObjectProvider<Writer> writers) {
    Map<Kind, Writer> byKind = new EnumMap<>(Kind.class);
    writers.forEach(writer -> writer.kinds().forEach(kind -> byKind.putIfAbsent(kind, writer)));
    return byKind;
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
    var writer = writers.get().get(kind);
    if (writer == null) {
      throw new IllegalStateException("Nobody writes notices of kind " + kind);
    }
    return writer;
  }
}
