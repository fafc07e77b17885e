package uk.followmycase.eligibility;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who shares a phone, e-mail, address or identity with a suspect or another party on any live case
 * of the bound force. It holds keyed digests only, and never looks across forces.
 */
public interface CollisionRegister {

  /**
   * Replaces all marks of these cases, in a fixed number of statements for the batch, and tells
   * which cases must be judged again because a mark of theirs meets a new or a removed one.
   *
   * @return case ids outside the batch, in key order
   */
  Set<UUID> replace(Collection<CaseMarks> cases);

  /** What the register finds for everybody on these cases, by person. Absent means nothing. */
  Map<UUID, Set<PersonFacts.Clash>> clashes(Collection<UUID> caseIds);

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
   * @param digest keyed digest of the normalised value
   */
  record Mark(@org.jspecify.annotations.Nullable UUID personId, Kind kind, byte[] digest) {}

  /** What a mark is a digest of. */
  enum Kind {
    PHONE,
    EMAIL,
    ADDRESS,
    /** The records system's id of the person. */
    SOURCE_ID
  }
}
