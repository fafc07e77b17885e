package uk.followmycase.delivery.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** One contact of one person as it is stored. */
record ContactRow(
    UUID id,
    UUID personId,
    UUID caseId,
    Channel channel,
    int place,
    boolean safe,
    boolean shared,
    byte[] digest,
    byte[] sealed) {

  private static final String PLACE = "police.contact_point";

  /** What was said twice about a contact is one row, and the safer word wins. */
  static Stream<ContactRow> of(PersonContacts person, ForceKeys keys) {
    Map<Contact, Point> points = new LinkedHashMap<>();
    person.points().forEach(point -> points.merge(point.contact(), point, ContactRow::safer));
    var rows = Stream.<ContactRow>builder();
    var place = 0;
    for (var point : points.values()) {
      rows.add(row(person, point, place++, keys));
    }
    return rows.build();
  }

  static Contact open(Channel channel, UUID id, byte[] sealed, DataKey key) {
    return new Contact(channel, new String(key.open(PLACE, id, sealed), StandardCharsets.UTF_8));
  }

  static byte[] digest(Contact contact, ForceKeys keys) {
    return keys.blind("contact point", contact.value());
  }

  private static Point safer(Point one, Point other) {
    return new Point(one.contact(), one.safe() && other.safe(), one.shared() || other.shared());
  }

  private static ContactRow row(PersonContacts person, Point point, int place, ForceKeys keys) {
    var id = Handle.rowId();
    var value = point.contact().value();
    return new ContactRow(
        id,
        person.personId(),
        person.caseId(),
        point.contact().channel(),
        place,
        point.safe(),
        point.shared(),
        digest(point.contact(), keys),
        person.key().seal(PLACE, id, value.getBytes(StandardCharsets.UTF_8)));
  }
}
