package uk.followmycase.cases.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * People whom the force lets see a case for somebody on it. Each is asked in by an invitation of
 * their own and proves who they are as strictly as the person they stand for; what shuts that
 * person's access for danger shuts theirs.
 */
public interface Representatives {

  /** Adds one and asks them in. The same again adds nobody. */
  Done add(StaffMember who, Handle file, Handle person, Somebody somebody);

  /**
   * Ends what one may see, as the form showed it, at once and for good, for a reason that
   * colleagues read; nothing is held of them any more.
   */
  AccessDesk.Done end(StaffMember who, AccessDesk.Seen seen, String reason);

  /** For whom somebody stands on a case, or stood; empty where it is nobody. */
  Optional<Handle> stoodFor(StaffMember who, Handle file, Handle representative);

  /** Those who stood for somebody until one of staff said why not, the latest first. */
  List<Over> over(StaffMember who, Handle file, Handle person);

  /** That somebody of such a kind stood for another: who ended it, and why. */
  record Over(Kind kind, CaseSight.Shut shut) {}

  /**
   * Somebody to be added.
   *
   * @param contacts one or two, their own
   * @param language {@code en} or {@code cy}; null when not asked
   * @param until the last day
   */
  record Somebody(
      String name,
      Kind kind,
      List<Contact> contacts,
      @Nullable String language,
      Sees sees,
      LocalDate until) {

    public Somebody {
      contacts = List.copyOf(contacts);
    }

    @Override
    public String toString() {
      return kind + " until " + until;
    }
  }

  /** What makes them one. */
  enum Kind {
    PARENT_OR_GUARDIAN,
    NEXT_OF_KIN,
    /** Speaks for a family. */
    SPOKESPERSON,
    LAWYER,
    /** Independent adviser, such as for sexual violence or domestic abuse. */
    ADVOCATE,
    INTERPRETER;

    /** The name in forms and keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How much they see. */
  enum Sees {
    /** All that the person sees. */
    WHOLE,
    /** All but what the person told the police. */
    PROGRESS;

    /** The name in forms and keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it. */
  enum Done {
    DONE,
    /** The person cannot be represented now, or has enough representatives. */
    NOT_NOW,
    /** A contact is the person's own, which would prove nothing. */
    SAME_CONTACT,
    /** Somebody with such a contact stands for the person already, on other terms. */
    ALREADY,
    /** No such person, or not theirs to act on. */
    NOT_THERE
  }
}
