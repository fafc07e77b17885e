package uk.followmycase.web.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.cases.desk.Conflicts;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Representatives;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Worklist;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Receipts;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.Staff;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.web.Words;

/** Every note that the types allow is said in words; what nobody knows any more still stands. */
@WholeProductTest
class NotesTests {

  @Autowired Wording wording;

  @ParameterizedTest
  @EnumSource
  void everyCodeOfANoteHasItsWords(AuditAction action) {
    for (var language : List.of(Locale.ENGLISH, Wording.WELSH)) {
      var words = new Words(language, wording, ZoneOffset.UTC);
      assertThat(notes(action))
          .allSatisfy(
              written ->
                  assertThat(note(action, written).in(words))
                      .as("%s %s", action, written)
                      .allMatch(Note.Said::worded));
    }
  }

  @Test
  void aNoteIsReadAsOneLine() {
    assertThat(english(AuditAction.COVER_SET, "1002 by 1003 until 2026-12-01"))
        .isEqualTo("1002, covered by 1003, until 1 December 2026");
    assertThat(english(AuditAction.NOTICE_SENT, "update text handed-over possible-duplicate"))
        .isEqualTo(
            "news of an update, by text message, handed to the provider, may have been sent twice");
    assertThat(english(AuditAction.CASES_LISTED, "OFFICER through records-1"))
        .isEqualTo("their own cases, by way of the system records-1");
    assertThat(english(AuditAction.SWITCH_TURNED, "notices.text off by-nation"))
        .isEqualTo("Texts, stopped, nationally for this force");
  }

  @Test
  void whatNobodyKnowsAnyMoreStandsAsItWasWritten() {
    assertThat(english(AuditAction.CASE_VIEWED, "BLUE_MOON 7 2026-02-31 through"))
        .isEqualTo("BLUE_MOON, 7, 2026-02-31, through");
  }

  private String english(AuditAction action, String written) {
    return note(action, written).said(new Words(Locale.ENGLISH, wording, ZoneOffset.UTC));
  }

  private static Note note(AuditAction action, String written) {
    return new Note(action, List.of(written.split(" ")));
  }

  /** Numbers and names stand behind a code that speaks of them, or not at all. */
  private static Stream<String> notes(AuditAction action) {
    return switch (action) {
      case FORCE_REVISED -> Stream.of("revision 3");
      case SWITCH_TURNED ->
          Stream.concat(
              Arrays.stream(Switch.values()).map(Switch::code),
              Stream.of("on", "off", "by-nation", "everywhere"));
      case CASE_VIEWED -> Stream.concat(of(Bond.values()), Stream.of("through records-1"));
      case CASE_REFUSED -> Stream.concat(of(Act.values()), Stream.of("conflict"));
      case CASES_LISTED -> of(Worklist.Of.values());
      case CASES_SEARCHED -> of(Search.By.values()).map(by -> by + " 0123456789abcdef");
      case PERSON_JUDGED -> of(Standing.values());
      case ACCESS_CHANGED ->
          Stream.concat(of(AccessState.values()), of("cases.internal.AccessCause"));
      case INVITATION_MADE, INVITATION_PROVED -> of("invitations.internal.Proof");
      case INVITATION_CHANGED -> of("invitations.internal.Move");
      case INVITATION_CANCELLED -> of("invitations.internal.Ending");
      case INVITATION_REFUSED ->
          Stream.of(
                  of(Invitations.Tried.values()),
                  of("invitations.internal.State"),
                  Stream.of("link-no-good"))
              .flatMap(codes -> codes);
      case HAND_OVER_CODE_MADE -> of("invitations.internal.State");
      case NOTICE_SENT, NOTICE_TOLD, NOTICE_FAILED, NOTICE_RECALLED ->
          Stream.of(
                  of(Notices.Kind.values()),
                  of(Channel.values()),
                  of("delivery.internal.DeliveryState"),
                  Stream.of("possible-duplicate"))
              .flatMap(codes -> codes);
      case RECEIPT_HEARD ->
          Stream.of(of(Notices.Kind.values()), of(Channel.values()), of(Receipts.Word.values()))
              .flatMap(codes -> codes);
      case NOTICE_REFUSED, CODE_SENT -> of(Channel.values());
      case SAFE_CONTACT_CHANGED -> of(SafeContactPlans.Source.values());
      case CODE_REFUSED -> of(OneTimeCodes.Tried.values());
      case STAFF_REFUSED -> of(Staff.Refusal.values());
      case STAFF_SIGNED_OUT -> Stream.of("ended", "provider");
      case CALLER_RECORDED -> of(Openings.Check.values());
      case GLASS_BROKEN -> Stream.of("minutes 30");
      case BROWSING_NOTICED -> Stream.of("looks 60");
      case NOTICES_READ -> Stream.of("number 2");
      case CONFLICTS_READ -> Stream.of("for 1002");
      case CONFLICT_NAMED ->
          of(Conflicts.Kind.values()).flatMap(kind -> Stream.of(kind + " for 1002", kind + " own"));
      case CONFLICT_LIFTED -> Stream.of("for 1002", "own");
      case TRAIL_READ, TRAIL_EXPORT_ASKED, TRAIL_EXPORTED ->
          Stream.concat(Stream.of("case"), of(Actor.Kind.values()).map(kind -> kind + " x"));
      case TRAIL_EXPORT_DECIDED -> Stream.of("approved x", "refused x");
      case TASK_OPENED, TASK_TAKEN, TASK_PASSED_ON, TASK_PROPOSED, TASK_ANSWERED, TASK_CLOSED ->
          Stream.concat(of(TaskKind.values()), Stream.of("through records-1"));
      case PERSON_DECIDED -> of("cases.internal.Decision$Outcome");
      case UPDATE_POSTED, UPDATE_CORRECTED, UPDATE_WITHDRAWN -> of(UpdateKind.values());
      case REPRESENTATIVE_ADDED -> of(Representatives.Kind.values());
      case COVER_SET -> Stream.of("by 1003 until 2026-12-01");
      case COVER_ENDED -> Stream.of("by 1003");
      case NOTICE_SETTLED, STAFF_SIGNED_IN -> Stream.of();
      case STAFF_ENDED, STAFF_EXCLUDED, STAFF_READMITTED -> Stream.of();
      case CASE_RECEIVED, CASE_CHANGED, CASE_REPLAYED, CASE_RECONCILED -> Stream.of();
      case UPDATE_RECEIVED, ACCESS_OPENED, CONTACT_TAKEN_UP, HAND_OVER_CODE_SPENT -> Stream.of();
      case INVITATION_REMINDED, INVITATION_EXPIRED, INVITATION_OPENED, INVITATION_ACCEPTED ->
          Stream.of();
      case SIGNED_IN, SIGNED_OUT, CALLER_ASKED, TRAIL_EXPORTS_LISTED, TASKS_LISTED -> Stream.of();
      case REPRESENTATIVE_ENDED, TASKS_DISCLOSED -> Stream.of();
    };
  }

  private static Stream<String> of(Enum<?>[] codes) {
    assertThat(codes).isNotEmpty();
    return Arrays.stream(codes).map(Enum::name);
  }

  /** Codes of a type that only its module knows. */
  private static Stream<String> of(String type) {
    try {
      return of((Enum<?>[]) Class.forName("uk.followmycase." + type).getEnumConstants());
    } catch (ClassNotFoundException gone) {
      throw new AssertionError("Moved or renamed", gone);
    }
  }
}
