package uk.followmycase.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.keys.DataKey;

/** The contacts of people on cases of the bound force, and which of them are safe. */
public interface ContactPoints {

  /**
   * Replaces what is held for these people, in one statement for the batch.
   *
   * @return those of whom a contact was added, changed in its safety or taken away
   */
  Set<UUID> replace(Collection<PersonContacts> people);

  /**
   * The safe contacts of these people, by person; the ones to use. Unsafe ones are never returned;
   * a person of whom nothing is held is absent.
   *
   * @param keys data key of each person's case, by person
   */
  Map<UUID, SafeContacts> safe(Map<UUID, DataKey> keys);

  /**
   * Those of the contacts by which nothing may go to these people, whatever else is safe: on record
   * for one of them as not safe, or given up by whoever reads them, for whomever it was meant.
   */
  Set<Contact> closed(Collection<UUID> people, Collection<Contact> contacts);

  /**
   * Stops a channel because whoever reads it said that it is not for them. It stays stopped,
   * whatever the records system says later. The contact itself is stopped for everybody of the
   * force who has it, and of each of the others somebody is told.
   */
  void stop(UUID personId, Channel channel);

  /** By which channels this person has contacts that were given up. */
  Set<Channel> givenUp(UUID personId);

  /**
   * Uses again on this case what was given up, since somebody has asked the person and it is theirs
   * after all. What the records system says is not safe stays so.
   */
  void takeUp(UUID personId);

  /**
   * How to reach somebody.
   *
   * @param contacts in the order in which the records system holds them; may be empty
   * @param wish {@code en}, {@code cy}, or null when never asked
   */
  record SafeContacts(List<Contact> contacts, @Nullable String wish) {

    public SafeContacts {
      contacts = List.copyOf(contacts);
    }
  }

  /**
   * All contacts of one person.
   *
   * @param key data key of the person's case; the contacts are sealed with it
   * @param wish {@code en}, {@code cy}, or null when never asked
   * @param plan what else the records system says of how the person may be reached
   */
  record PersonContacts(
      UUID personId,
      UUID caseId,
      DataKey key,
      @Nullable String wish,
      List<Point> points,
      Plan plan) {

    /** Of whom nothing more is known than their contacts say. */
    public PersonContacts(
        UUID personId, UUID caseId, DataKey key, @Nullable String wish, List<Point> points) {
      this(personId, caseId, key, wish, points, Plan.NONE);
    }
  }

  /**
   * One contact.
   *
   * @param safe whether the person may be contacted by it
   * @param shared whether others can read it
   */
  record Point(Contact contact, boolean safe, boolean shared) {}
}
