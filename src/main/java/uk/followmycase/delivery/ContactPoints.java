package uk.followmycase.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.keys.DataKey;

/** The contacts of people on cases of the bound force, and which of them are safe. */
public interface ContactPoints {

  /** Replaces what is held for these people, in a fixed number of statements for the batch. */
  void replace(Collection<PersonContacts> people);

  /**
   * The safe contacts of these people, by person; the ones to use. Unsafe ones are never returned.
   *
   * @param keys data key of each person's case, by person
   */
  Map<UUID, List<Contact>> safe(Map<UUID, DataKey> keys);

  /**
   * All contacts of one person.
   *
   * @param key data key of the person's case; the contacts are sealed with it
   * @param wish {@code en}, {@code cy}, or null when never asked
   */
  record PersonContacts(
      UUID personId, UUID caseId, DataKey key, @Nullable String wish, List<Point> points) {}

  /**
   * One contact.
   *
   * @param safe whether the person may be contacted by it
   * @param shared whether others can read it
   */
  record Point(Contact contact, boolean safe, boolean shared) {}
}
