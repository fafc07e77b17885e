package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Notices;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Notices to supervisors and data protection officers. */
@Service
@Transactional
class WaitingNotices implements Notices {

  private final NoticeRows rows;
  private final Tasks tasks;
  private final DeskTrail trail;

  WaitingNotices(NoticeRows rows, Tasks tasks, DeskTrail trail) {
    this.rows = rows;
    this.tasks = tasks;
    this.trail = trail;
  }

  @Override
  public List<Notice> waiting(StaffMember who) {
    return waiting(who, 1).notices();
  }

  @Override
  public Waiting waiting(StaffMember who, int page) {
    if (!Rights.may(who, Act.SEE_NOTICES)) {
      return Waiting.NONE;
    }
    var number = Math.max(page, 1);
    var found = rows.page(who, all(who), number);
    var detail = "number " + found.notices().size();
    trail.listed(who, AuditAction.NOTICES_READ, found.cases(), detail);
    var pages = Math.max(1, (found.total() + PAGE - 1) / PAGE);
    return new Waiting(found.notices(), number, pages, found.total());
  }

  @Override
  public boolean settle(StaffMember who, Handle notice) {
    var settled = Rights.may(who, Act.SEE_NOTICES) && settled(who, notice);
    if (settled) {
      trail.did(who, AuditAction.NOTICE_SETTLED, null, null, notice.toString());
    }
    return settled;
  }

  /** What a supervisor has read is no task any more. */
  private boolean settled(StaffMember who, Handle notice) {
    var glass = others(who, rows.holdGlass(who, notice, all(who)));
    glass.ifPresent(
        id -> {
          rows.settleGlass(who, id);
          tasks.close(TaskKind.GLASS_BROKEN, List.of(id));
        });
    var browsing = others(who, rows.holdBrowsing(who, notice, all(who)));
    browsing.ifPresent(
        id -> {
          rows.settleBrowsing(who, id);
          tasks.close(TaskKind.UNUSUAL_BROWSING, List.of(id));
        });
    return glass.isPresent() || browsing.isPresent();
  }

  /** Nobody settles what is about themselves, whatever account they come with. */
  private static Optional<UUID> others(StaffMember who, Optional<NoticeRows.Held> found) {
    return found.filter(one -> !one.by().isAlso(who.colleague())).map(NoticeRows.Held::id);
  }

  private static boolean all(StaffMember who) {
    return who.is(StaffRole.DATA_PROTECTION_OFFICER);
  }
}
