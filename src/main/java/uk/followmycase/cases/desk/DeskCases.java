package uk.followmycase.cases.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * The cases of the bound force as its staff see them. Each call reads, asks the policy and writes
 * its audit rows in one transaction: no trace, no page.
 */
public interface DeskCases {

  /**
   * A page of somebody's work.
   *
   * @param of which list; null for the first that they may see
   * @param page from one; beyond the last it is empty
   * @return empty for those who have no such list
   */
  Optional<Worklist> work(StaffMember who, Worklist.@Nullable Of of, int page);

  /**
   * One case.
   *
   * @return empty when there is none, it is not theirs to see, or a conflict stands between them
   */
  Optional<CaseSight> look(StaffMember who, Handle file);

  /** Finds cases by something exact. Suspects are never found. */
  Search search(StaffMember who, Search.By by, String written);
}
