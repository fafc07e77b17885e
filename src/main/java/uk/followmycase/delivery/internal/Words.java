package uk.followmycase.delivery.internal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Seals what a notice says under the bound force's key, as JSON. */
@Component
class Words {

  private static final String NOTICE = "police.notice";
  private static final String ATTEMPT = "police.delivery_attempt";
  private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};

  private final ForceKeys keys;
  private final JsonMapper json;

  Words(ForceKeys keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  byte[] sealContent(UUID notice, Map<String, String> content) {
    return keys.seal(NOTICE, notice, json.writeValueAsBytes(content));
  }

  Map<String, String> openContent(UUID notice, byte[] sealed) {
    return json.readValue(keys.open(NOTICE, notice, sealed), CONTENT);
  }

  /** By which a person's contact is found again. */
  byte[] blind(Contact contact) {
    return ContactRow.digest(contact, keys);
  }

  /** Equal for the same words to the same reader and contact from the same sender. */
  UUID same(UUID reader, Message message, Sender via) {
    var to = message.to();
    var all =
        Stream.of(
            List.of(reader.toString(), via.provider(), via.sender()),
            List.of(to.channel().name(), to.value(), message.subject()),
            message.parts());
    var digest = keys.blind("news", json.writeValueAsString(all.flatMap(List::stream).toList()));
    var bits = ByteBuffer.wrap(digest);
    return new UUID(bits.getLong(), bits.getLong());
  }

  byte[] sealMessage(UUID attempt, Message message) {
    var said = new Message(message.to(), message.subject(), message.parts());
    return keys.seal(ATTEMPT, attempt, json.writeValueAsBytes(said));
  }
}
