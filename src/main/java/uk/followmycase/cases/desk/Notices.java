package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** What supervisors and the data protection officer must read: broken glass, unusual browsing. */
public interface Notices {

  /** How many stand on a page. */
  int PAGE = 50;

  /** The first page of what waits for somebody. */
  List<Notice> waiting(StaffMember who);

  /**
   * Those that wait, newest first, since what somebody does now can still be stopped: a
   * supervisor's units' own, a data protection officer's all. Old ones are on later pages, and
   * overdue among the tasks.
   *
   * @param page from one; beyond the last it is empty
   */
  Waiting waiting(StaffMember who, int page);

  /**
   * Says that a notice was read and dealt with.
   *
   * @return false when there is none, or it is about whoever says so
   */
  boolean settle(StaffMember who, Handle notice);

  /**
   * A page of notices.
   *
   * @param number of the page, from one
   * @param total of notices, on all pages
   */
  record Waiting(List<Notice> notices, int number, int pages, int total) {

    /** Nothing for those who read none. */
    public static final Waiting NONE = new Waiting(List.of(), 1, 1, 0);
  }

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
