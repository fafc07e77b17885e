package uk.followmycase.eligibility;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shares a phone, e-mail, address or identity with a suspect or another party on any live case
 * of the bound force, or on the own case, live or not. It holds keyed digests only, and never looks
 * across forces.
 *
 * <p>Every call needs a running transaction at READ COMMITTED. Of two transactions that write the
 * same digest, one a victim's and one a suspect's, the second waits for the first and then sees it,
 * so that no collision is missed by both.
 */
public interface CollisionRegister {

  /**
   * Waits until nobody else is writing the digests that {@link #replace} will write, in one
   * statement. Called before any row of a case is locked, it keeps transactions that judge each
   * other's cases again out of deadlock; left out, PostgreSQL ends one of the two.
   *
   * @param cases what will be replaced, each case once
   */
  void enter(Collection<CaseMarks> cases);

  /**
   * Replaces all marks of these cases, in a fixed number of statements for the batch, and tells
   * which cases must be judged again because a mark of theirs meets a new or a removed one.
   *
   * @param cases each case once
   * @return case ids outside the batch, in key order
   */
  Set<UUID> replace(Collection<CaseMarks> cases);

  /** What the register finds for everybody on these cases, by person. Absent means nothing. */
  Map<UUID, Set<PersonFacts.Clash>> clashes(Collection<UUID> caseIds);

  /** The very digests by which it found that, by person: a decision covers those and no others. */
  Map<UUID, List<byte[]>> met(Collection<UUID> caseIds);

  /**
   * All marks of a case.
   *
   * @param live whether the case still counts for others
   */
  record CaseMarks(UUID caseId, boolean live, Collection<Mark> marks) {}

  /**
   * One mark.
   *
   * @param personId the victim (or other person we hold) it belongs to; null for a suspect or other
   *     party, of whom nothing else is held
   * @param kind what was digested
   * @param digest keyed digest of the normalised value, 16 bytes
   */
  record Mark(@Nullable UUID personId, Kind kind, byte[] digest) {}

  /** What a mark is a digest of. The names are stored. */
  enum Kind {
    PHONE,
    EMAIL,
    ADDRESS,
    /** The records system's id of the person. */
    SOURCE_ID
  }
}
