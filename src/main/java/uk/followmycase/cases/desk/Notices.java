package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** What supervisors and the data protection officer must read: broken glass, unusual browsing. */
public interface Notices {

  /** Those that wait, oldest first: a supervisor's units' own, a data protection officer's all. */
  List<Notice> waiting(StaffMember who);

  /**
   * Says that a notice was read and dealt with.
   *
   * @return false when there is none, or it is about whoever says so
   */
  boolean settle(StaffMember who, Handle notice);

  /** Something to read. */
  sealed interface Notice {

    Handle handle();

    Instant at();

    /** As colleagues know them; empty where the provider names none. */
    String name();

    @Nullable String collarNumber();

    /** Somebody opened a case without a part in it. */
    record Glass(
        Handle handle,
        Instant at,
        String name,
        @Nullable String collarNumber,
        String reference,
        String reason,
        boolean own)
        implements Notice {}

    /** Somebody looked at many cases that nobody gave them. */
    record Browsing(
        Handle handle,
        Instant at,
        String name,
        @Nullable String collarNumber,
        int looks,
        boolean own)
        implements Notice {}

    /** Whether it is about whoever reads it, who then cannot settle it. */
    boolean own();
  }
}
