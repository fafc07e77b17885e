package uk.followmycase.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.keys.DataKey;

/**
 * What is to reach somebody. A notice is queued in the caller's transaction and sent after it has
 * committed, within the force's hours, by a provider that no transaction waits for.
 */
public interface Notices {

  /** Queues notices of the bound force in one statement a table. */
  void queue(Collection<Notice> notices);

  /**
   * Tells people that something is new, in the caller's transaction and a fixed number of
   * statements, each by the first safe way there is. Who is about to be told of the same kind of
   * thing is not told twice; of whom no safe way is known somebody is told.
   */
  void tell(Collection<Telling> people);

  /**
   * Takes back what was not handed over yet, in the caller's transaction. What is on its way to a
   * provider, for a call that began or will begin within two seconds, still arrives, but is not
   * tried again.
   *
   * @return how many will never leave
   */
  int recall(Collection<UUID> abouts);

  /** What has not left yet for these people, by person, the oldest first; in one statement. */
  Map<UUID, List<Waiting>> waiting(Collection<UUID> people);

  /**
   * One notice.
   *
   * @param id a row id
   * @param kind decides who writes its words and whether it may ever be sent twice
   * @param about row id of the thing it speaks of (an invitation, a code)
   * @param recipient the person on a case it is for; null when it speaks of no case (a sign-in)
   * @param channel how it travels
   * @param dueAt not before; quiet hours may move it later
   * @param expiresAt dropped when not handed over by then
   * @param content what the writer will need, sealed while it waits: never a stored clear text
   */
  record Notice(
      UUID id,
      Kind kind,
      UUID about,
      @Nullable Recipient recipient,
      Channel channel,
      Instant dueAt,
      Instant expiresAt,
      Map<String, String> content) {

    @Override
    public String toString() {
      return kind + " notice " + id;
    }
  }

  /**
   * A notice that has not left.
   *
   * @param held why it has to wait; null when it is about to leave
   * @param until when it may leave; null when nobody can say
   */
  record Waiting(
      Kind kind, Channel channel, Instant queuedAt, @Nullable Held held, @Nullable Instant until) {}

  /** Why a notice has to wait. */
  enum Held {
    /** The force sends nothing at this hour. */
    QUIET_HOURS,
    /** The person's plan allows other hours. */
    SAFE_HOURS,
    /** The person's plan allows nothing at all for now. */
    PAUSED,
    /** The plan's hours and the force's never meet. */
    NO_SAFE_TIME,
    /** Somebody has switched it off. */
    SWITCHED_OFF,
    /** Others are served before it. */
    PACED,
    /** The force has sent as much as it allows itself in this second, or on this day. */
    LIMIT,
    /** The provider has trouble, or failed; it is tried again. */
    TROUBLE
  }

  /**
   * Somebody to be told that something is new.
   *
   * @param key data key of the person's case
   * @param dueAt not before; what else is new until then is the same notice
   * @param notBy a channel that has just failed; null when any will do
   * @param atOnce whether it does not wait for what else is coming: takes along what waits so
   */
  record Telling(
      Recipient person,
      DataKey key,
      Kind kind,
      Instant dueAt,
      Instant expiresAt,
      @Nullable Channel notBy,
      boolean atOnce) {

    /** By any channel, with whatever else is coming. */
    public Telling(Recipient person, DataKey key, Kind kind, Instant dueAt, Instant expiresAt) {
      this(person, key, kind, dueAt, expiresAt, null, false);
    }

    @Override
    public String toString() {
      return kind + " for person " + person.personId();
    }
  }

  /** A person on a case. */
  record Recipient(UUID caseId, UUID personId) {}

  /** Kinds of notices. */
  enum Kind {
    /** Never lost: may arrive twice after a crash, and is then marked so. */
    INVITATION(false, true, false),
    REMINDER(false, false, false),
    /** Never twice: the person simply asks for a fresh one. */
    CODE(true, false, false),
    /** Somebody who is in can read something new: one notice, however much it is. */
    UPDATE(false, true, true),
    /**
     * The code that somebody signs in with is another now: if they do not know of it, somebody is.
     */
    CODE_REPLACED(false, true, true);

    private final boolean neverTwice;
    private final boolean mustReach;
    private final boolean anyWay;

    Kind(boolean neverTwice, boolean mustReach, boolean anyWay) {
      this.neverTwice = neverTwice;
      this.mustReach = mustReach;
      this.anyWay = anyWay;
    }

    /** Whether an attempt with unknown outcome must not be repeated. */
    public boolean neverTwice() {
      return neverTwice;
    }

    /** Whether it may leave by another channel than the one it was queued for. */
    public boolean anyWay() {
      return anyWay;
    }

    /** Whether somebody has to tell the person another way when it does not arrive. */
    public boolean mustReach() {
      return mustReach;
    }
  }

  /**
   * Writes the words of one kind of notice when it is leased, inside the leasing transaction with
   * the force bound. A link's token is made here, so that none waits in a queue.
   */
  interface Writer {

    /** The kinds this writer answers for. */
    Collection<Kind> kinds();

    /**
     * One message by the id of each notice that still makes sense; the others are dropped. Called
     * again for a notice that has to be sent again, and alone for one that made a batch fail.
     */
    Map<UUID, Message> write(List<Leased> leased);
  }

  /**
   * Knows whether more of what people of the bound force are to be told is about to come, so that
   * whoever waits hears of all of it at once.
   */
  interface Backlog {

    /** When it is worth looking again; empty when nothing is on its way. */
    Optional<Instant> lastsUntil();
  }

  /**
   * A notice whose words are wanted.
   *
   * @param plan of the person it is for: says whether there may be a link
   */
  record Leased(Notice notice, Plan plan) {}

  /**
   * Somebody who reads all that is new in one place, once they know that something is.
   *
   * @param id the same for all that they read; never kept
   * @param since when the latest of what this notice tells of came to stand there
   */
  record Reader(UUID id, Instant since) {}

  /**
   * Words ready to go.
   *
   * @param to where
   * @param subject of an e-mail; empty for a text
   * @param parts plain text; an e-mail has one, a text may need one for each language, which count
   *     as one notice
   * @param reader whoever has other things to read, too, of all of which these words tell; null
   *     when they tell of this alone
   */
  record Message(Contact to, String subject, List<String> parts, @Nullable Reader reader) {

    public Message {
      parts = List.copyOf(parts);
    }

    /** Tells of one thing only. */
    public Message(Contact to, String subject, List<String> parts) {
      this(to, subject, parts, null);
    }

    @Override
    public String toString() {
      return "message to " + to;
    }
  }
}
