package uk.followmycase.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.Handle;

/**
 * A session: who is signed in, as plain columns, and a few short texts, sealed. It takes nothing
 * else, so that no object graph is ever written or read back.
 */
final class PersonSession implements Session {

  static final String PERSON = CurrentPerson.class.getName();
  static final String STAFF = StaffPass.class.getName();
  private static final int LONGEST = 4_000;

  private final UUID row;
  private final Instant createdAt;
  private final Supplier<Map<String, String>> sealedTexts;
  private @Nullable Instant touchedAt;
  private @Nullable String storedUnder;
  private @Nullable Map<String, String> texts;
  private @Nullable CurrentPerson person;
  private @Nullable StaffPass staff;
  private String id;
  private boolean changed;

  private PersonSession(
      Stored stored, @Nullable String storedUnder, Supplier<Map<String, String>> sealedTexts) {
    this.row = stored.row();
    this.createdAt = stored.createdAt();
    this.touchedAt = stored.touchedAt();
    this.person = stored.person();
    this.staff = stored.staff();
    this.storedUnder = storedUnder;
    this.id = storedUnder == null ? Digests.token() : storedUnder;
    this.sealedTexts = sealedTexts;
  }

  /** A session that nobody has signed in to. */
  static PersonSession fresh(Instant now) {
    var session =
        new PersonSession(
            new Stored(Handle.random().value(), null, null, now, null), null, TreeMap::new);
    session.changed = true;
    return session;
  }

  /**
   * A session as it was kept.
   *
   * @param texts opens what was sealed; most requests never ask
   */
  static PersonSession kept(String id, Stored stored, Supplier<Map<String, String>> texts) {
    return new PersonSession(stored, id, texts);
  }

  /** What stands in the columns. */
  record Stored(
      UUID row,
      @Nullable CurrentPerson person,
      @Nullable StaffPass staff,
      Instant createdAt,
      @Nullable Instant touchedAt) {}

  UUID row() {
    return row;
  }

  @Nullable CurrentPerson person() {
    return person;
  }

  @Nullable StaffPass staff() {
    return staff;
  }

  /** All that one sign-in opened shares a visit; until then a session stands for itself. */
  UUID visit() {
    if (staff != null) {
      return staff.visit();
    }
    return person == null ? row : person.visit();
  }

  /** The id under which a row stands already; null when none does. */
  @Nullable String storedUnder() {
    return storedUnder;
  }

  /** It now stands in the table as it is here. */
  void written(Instant now) {
    touchedAt = now;
    storedUnder = id;
    changed = false;
  }

  boolean changed() {
    return changed || !id.equals(storedUnder);
  }

  Map<String, String> texts() {
    if (texts == null) {
      texts = new TreeMap<>(sealedTexts.get());
    }
    return texts;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String changeSessionId() {
    id = Digests.token();
    return id;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    if (STAFF.equals(name)) {
      return (T) staff;
    }
    return (T) (PERSON.equals(name) ? person : texts().get(name));
  }

  @Override
  public Set<String> getAttributeNames() {
    var names = new TreeSet<>(texts().keySet());
    if (person != null) {
      names.add(PERSON);
    }
    if (staff != null) {
      names.add(STAFF);
    }
    return names;
  }

  /** A session is a person's or a staff member's, never both. */
  @Override
  public void setAttribute(String name, @Nullable Object value) {
    switch (value) {
      case null -> removeAttribute(name);
      case CurrentPerson signedIn when PERSON.equals(name) -> holds(signedIn, null);
      case StaffPass pass when STAFF.equals(name) -> holds(null, pass);
      case String text
          when text.length() <= LONGEST && !PERSON.equals(name) && !STAFF.equals(name) ->
          changed |= !text.equals(texts().put(name, text));
      default -> throw new IllegalArgumentException("A session keeps short texts only");
    }
  }

  private void holds(@Nullable CurrentPerson signedIn, @Nullable StaffPass pass) {
    person = signedIn;
    staff = pass;
    changed = true;
  }

  @Override
  public void removeAttribute(String name) {
    if (PERSON.equals(name)) {
      changed |= person != null;
      person = null;
    } else if (STAFF.equals(name)) {
      changed |= staff != null;
      staff = null;
    } else {
      changed |= texts().remove(name) != null;
    }
  }

  @Override
  public Instant getCreationTime() {
    return createdAt;
  }

  /** The store decides when a touch is worth a write. */
  @Override
  public void setLastAccessedTime(Instant now) {}

  @Override
  public Instant getLastAccessedTime() {
    return touchedAt == null ? createdAt : touchedAt;
  }

  /** Nobody may lengthen a session. */
  @Override
  public void setMaxInactiveInterval(Duration interval) {}

  @Override
  public Duration getMaxInactiveInterval() {
    return SessionLimits.idle(person);
  }

  @Override
  public boolean isExpired() {
    return false;
  }
}
