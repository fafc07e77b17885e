package uk.followmycase.cases.internal;

import java.util.Set;
import uk.followmycase.tenancy.Stage;

/**
 * When a closed case may be shown as closed: only with reasons in plain words. An update about the
 * outcome is what gives them, whoever wrote it.
 */
final class Closing {

  /**
   * Home Office outcome types by which nothing more happens, and the victim has a right to know
   * why.
   */
  private static final Set<String> CLOSED =
      Set.of("5", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "21");

  /** How the keys of the bank's sentences about outcomes begin; the outcome's type follows. */
  private static final String BANK = "outcome-";

  /** Kind of the updates that give reasons, as pages have it. */
  static final String KIND = "outcome";

  private Closing() {}

  /** Whether the case is closed and nobody has said why this outcome was come to. */
  static boolean lacksReasons(PageWords page) {
    var front = page.front();
    return front != null
        && front.outcome() != null
        && CLOSED.contains(front.outcome())
        && page.reasons().stream().noneMatch(reason -> explains(reason, front));
  }

  /**
   * Whether it is about the outcome that stands: written on its day or later, and no sentence of
   * the bank for another one. A case that was opened again and closed anew wants reasons anew.
   */
  private static boolean explains(PageWords.Reason reason, PageWords.Front front) {
    var tooEarly =
        reason.at() != null && front.decided() != null && reason.at().isBefore(front.decided());
    var key = reason.key();
    var ofAnother =
        key != null && key.startsWith(BANK) && !key.startsWith(BANK + front.outcome() + "-");
    return !tooEarly && !ofAnother;
  }

  /** Whether an update says why: what was once said stays said, however much follows. */
  static boolean isReason(PageWords.Entry entry) {
    return entry.kind().equals(KIND);
  }

  /** The stage that a victim sees: while reasons are missing, that somebody is deciding. */
  static Stage shown(PageWords page, Stage stage) {
    return lacksReasons(page) && stage == Stage.CLOSED ? Stage.DECIDING : stage;
  }
}
