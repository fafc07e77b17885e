package uk.followmycase.cases.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.Point;
import uk.followmycase.delivery.Channel;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.tenancy.keys.DataKey;

/**
 * A person on a case as written.
 *
 * @param source digest of the records system's id
 * @param gone whether the newest version of the case leaves the person out
 * @param safe digests of the contacts that may be used
 * @param unsafe digests of those that may not
 * @param name digest of the name; null where none is known
 * @param words sealed
 */
record PersonRow(
    UUID id,
    UUID caseId,
    Digest source,
    byte[] body,
    Role role,
    boolean gone,
    boolean text,
    boolean email,
    boolean shared,
    boolean enhanced,
    @Nullable String wish,
    byte[] safe,
    byte[] unsafe,
    byte @Nullable [] name,
    byte[] words) {

  private static final byte[] NOTHING = {};

  static PersonRow of(
      UUID id, UUID caseId, Digest source, byte @Nullable [] name, Person told, DataKey key) {
    var points =
        told.points().stream()
            .map(p -> new Words.Point(p.kind(), p.written(), p.safe(), p.shared()))
            .toList();
    var words = new Words.Person(told.id(), told.name(), told.born(), points);
    return new PersonRow(
        id,
        caseId,
        source,
        told.digest(),
        told.role(),
        false,
        reaches(told, Channel.TEXT),
        reaches(told, Channel.EMAIL),
        told.points().stream().anyMatch(Point::shared),
        told.enhancedRights(),
        told.wish(),
        digests(told, true),
        digests(told, false),
        name,
        Words.seal(key, id, words));
  }

  /** The row once the person is off the case: nothing is held but that it was so. */
  static PersonRow gone(HeldPerson held, DataKey key) {
    return new PersonRow(
        held.id(),
        held.caseId(),
        held.source(),
        NOTHING,
        held.role(),
        true,
        false,
        false,
        false,
        false,
        null,
        NOTHING,
        NOTHING,
        null,
        Words.seal(key, held.id(), Words.Person.NOBODY));
  }

  static boolean reaches(Person told, Channel channel) {
    return told.points().stream()
        .anyMatch(p -> p.safe() && p.contact() != null && p.contact().channel() == channel);
  }

  private static byte[] digests(Person told, boolean safe) {
    var digests =
        told.points().stream()
            .filter(point -> point.safe() == safe && (!safe || point.contact() != null))
            .map(Point::digest)
            .<byte[]>mapMulti(
                (digest, found) -> {
                  if (digest != null) {
                    found.accept(digest);
                  }
                })
            .toList();
    return Digest.joined(List.copyOf(digests));
  }

  /**
   * A person on a case as found.
   *
   * @param represents whom they stand for; null for everybody but representatives
   */
  record HeldPerson(
      UUID id,
      UUID caseId,
      Digest source,
      byte[] body,
      Role role,
      boolean gone,
      byte[] safe,
      @Nullable UUID represents) {}
}
