package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints.SafeContacts;
import uk.followmycase.tenancy.keys.DataKey;

/** Gathers opened contacts by person, in the order of the rows. */
final class SafeContactsOf implements RowCallbackHandler {

  private final Map<UUID, DataKey> keys;
  private final Map<UUID, Found> found = new LinkedHashMap<>();

  SafeContactsOf(Map<UUID, DataKey> keys) {
    this.keys = keys;
  }

  @Override
  public void processRow(ResultSet row) throws SQLException {
    var person = row.getObject("person_id", UUID.class);
    var wish = row.getString("wish");
    var contacts = found.computeIfAbsent(person, id -> new Found(wish, new ArrayList<>())).contacts;
    var id = row.getObject("id", UUID.class);
    if (id != null) {
      var channel = Channel.valueOf(row.getString("channel"));
      var key = Objects.requireNonNull(keys.get(person));
      contacts.add(ContactRow.open(channel, id, row.getBytes("sealed"), key));
    }
  }

  Map<UUID, SafeContacts> byPerson() {
    var result = new LinkedHashMap<UUID, SafeContacts>();
    found.forEach((person, it) -> result.put(person, new SafeContacts(it.contacts, it.wish)));
    return result;
  }

  private record Found(@Nullable String wish, List<Contact> contacts) {}
}
