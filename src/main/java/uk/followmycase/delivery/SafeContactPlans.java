package uk.followmycase.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.keys.DataKey;

/**
 * How people on cases of the bound force may safely be reached. Each source says what it knows; of
 * each thing the safer word holds, whoever said it. What was said before is never overwritten.
 */
public interface SafeContactPlans {

  /** What holds for each of these people, by person; for all of them, one statement. */
  Map<UUID, Plan> of(Collection<UUID> people);

  /**
   * The same with what is said on their other cases: by this notices leave. Asked in the caller's
   * transaction.
   */
  Map<UUID, Plan> everywhere(Collection<UUID> people);

  /** What each source says of somebody now; who said nothing is absent. */
  Map<Source, Plan> said(UUID person);

  /**
   * Puts what a source says now in the place of what it said before, in the caller's transaction.
   * What waits for the person is looked at again at once.
   */
  void say(Saying saying);

  /**
   * Everything that was ever said of somebody, the newest first.
   *
   * @param key data key of the person's case
   */
  List<Said> history(UUID person, DataKey key);

  /** Who says how somebody may be reached, in the order in which they are heard. */
  enum Source {
    VICTIM,
    OFFICER,
    RECORDS
  }

  /**
   * What a source has to say.
   *
   * @param key data key of the person's case: what was said is sealed with it
   * @param note in the source's own words; null for none
   */
  record Saying(
      Recipient person, DataKey key, Source source, Plan plan, @Nullable String note, Actor by) {

    @Override
    public String toString() {
      return source + " of person " + person.personId();
    }
  }

  /** What a source said once. */
  record Said(Instant at, Source source, Actor by, Plan plan, @Nullable String note) {

    @Override
    public String toString() {
      return source + " at " + at;
    }
  }
}
