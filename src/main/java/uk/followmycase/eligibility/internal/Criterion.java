package uk.followmycase.eligibility.internal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.tenancy.keys.Digests;

/** One thing a rule asks for. */
sealed interface Criterion {

  boolean metBy(Subject subject);

  /** The offence's group, class or code is listed, or none is recorded and that is listed. */
  record Offence(Set<String> groups, Set<String> classes, Set<String> codes, boolean unrecorded)
      implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      var code = subject.facts().offence();
      if (code == null) {
        return unrecorded;
      }
      var known = subject.offence();
      return codes.contains(code)
          || (known != null
              && (classes.contains(known.number()) || groups.contains(known.group())));
    }
  }

  /** Some, all and none of these flags stand. Empty sets ask for nothing. */
  record Flags(Set<Flag> any, Set<Flag> all, Set<Flag> none) implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      var flags = subject.facts().flags();
      return (any.isEmpty() || !Collections.disjoint(any, flags))
          && flags.containsAll(all)
          && Collections.disjoint(none, flags);
    }
  }

  /** Whole years on the day of judging, both ends included. */
  record Age(int from, int to, boolean unknown) implements Criterion {

    static final Age UNKNOWN = new Age(1, 0, true);

    @Override
    public boolean metBy(Subject subject) {
      return subject.age().map(age -> from <= age && age <= to).orElse(unknown);
    }
  }

  /** The place is one of the force's codes listed. */
  record Area(Set<String> areas) implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      var area = subject.facts().area();
      return area != null && areas.contains(area);
    }
  }

  /** The person's role on the case is listed. */
  record OfRole(Set<Role> roles) implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      return roles.contains(subject.person().role());
    }
  }

  /** Which safe channels are on record. */
  record Reach(Channel channel) implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      var text = subject.person().text();
      var email = subject.person().email();
      return switch (channel) {
        case TEXT -> text;
        case EMAIL -> email;
        case ANY -> text || email;
        case BOTH -> text && email;
        case NONE -> !text && !email;
      };
    }

    enum Channel {
      TEXT,
      EMAIL,
      ANY,
      BOTH,
      NONE
    }
  }

  /** A day of the case lies in a window, both ends included. */
  record Window(
      Function<CaseFacts, @Nullable LocalDate> day, LocalDate from, LocalDate to, boolean unknown)
      implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      var date = day.apply(subject.facts());
      return date == null ? unknown : !date.isBefore(from) && !date.isAfter(to);
    }
  }

  /**
   * The person falls into the first so many of a hundred. The place depends on the salt, the case
   * and the person alone: whoever is in stays in when the share grows.
   */
  record Share(int percent, String salt) implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      var digest =
          Digests.sha256(
              salt + '\0' + subject.facts().reference() + '\0' + subject.person().sourceId());
      return Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), 100) < percent;
    }
  }

  /** The case is closed, or is not. */
  record Closed(boolean closed) implements Criterion {

    @Override
    public boolean metBy(Subject subject) {
      return subject.facts().closed() == closed;
    }
  }
}
