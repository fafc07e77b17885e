package uk.followmycase.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to reach somebody. A notice is queued in the caller's transaction and sent after it has
 * committed, within the force's hours, by a provider that no transaction waits for.
 */
public interface Notices {

  /** Queues notices of the bound force in one statement a table. */
  void queue(Collection<Notice> notices);

  /**
   * Takes back what was not handed over yet, in the caller's transaction. What is with a provider
   * at this very moment still arrives, but is not tried again.
   *
   * @return how many will never leave
   */
  int recall(Collection<UUID> abouts);

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

  /** A person on a case. */
  record Recipient(UUID caseId, UUID personId) {}

  /** Kinds of notices. */
  enum Kind {
    /** Never lost: may arrive twice after a crash, and is then marked so. */
    INVITATION(false),
    REMINDER(false),
    /** Never twice: the person simply asks for a fresh one. */
    CODE(true);

    private final boolean neverTwice;

    Kind(boolean neverTwice) {
      this.neverTwice = neverTwice;
    }

    /** Whether an attempt with unknown outcome must not be repeated. */
    public boolean neverTwice() {
      return neverTwice;
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
    Map<UUID, Message> write(List<Notice> leased);
  }

  /**
   * Words ready to go.
   *
   * @param to where
   * @param subject of an e-mail; empty for a text
   * @param parts plain text; an e-mail has one, a text may need one for each language, which count
   *     as one notice
   */
  record Message(Contact to, String subject, List<String> parts) {

    public Message {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return "message to " + to;
    }
  }
}
