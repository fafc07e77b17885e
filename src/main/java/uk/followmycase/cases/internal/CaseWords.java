package uk.followmycase.cases.internal;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.tenancy.Stage;

/** A whole case as the words of its rows, and as the facts that rules look at. */
final class CaseWords {

  private CaseWords() {}

  static Words.File file(WholeCase told) {
    var state = told.state();
    var area = state.area();
    var officer = state.officer();
    return new Words.File(
        told.reference().written(),
        told.reference().normalised(),
        area == null ? null : area.name(),
        state.report(),
        state.property(),
        officer == null ? null : officer.name(),
        officer == null ? null : officer.unit(),
        officer == null ? null : officer.email());
  }

  /**
   * The front of its page.
   *
   * @param zone by whose days it is told
   */
  static PageWords.Front front(WholeCase told, ZoneId zone) {
    var state = told.state();
    var decided = state.outcomeOn();
    return new PageWords.Front(
        told.reference().written(),
        state.kind() == CaseState.Kind.INCIDENT,
        state.stage(),
        offenceClass(state.offence()),
        state.outcome(),
        decided == null ? null : decided.atStartOfDay(zone).toInstant(),
        told(state),
        officer(state.officer()));
  }

  static PageWords.Entry entry(Update update) {
    return new PageWords.Entry(
        update.id(),
        update.at(),
        update.kind().name().toLowerCase(java.util.Locale.ROOT),
        update.text(),
        update.reason());
  }

  static CaseFacts facts(WholeCase told) {
    var state = told.state();
    var area = state.area();
    return new CaseFacts(
        told.reference().normalised(),
        state.offence(),
        state.flags(),
        state.occurredFrom(),
        state.reportedOn(),
        area == null ? null : area.code(),
        state.stage() == Stage.CLOSED);
  }

  private static CasePages.Told told(CaseState state) {
    var area = state.area();
    var place = area == null ? null : area.name() == null ? area.code() : area.name();
    return new CasePages.Told(
        state.occurredFrom(), state.occurredTo(), place, state.report(), state.property());
  }

  private static CasePages.@Nullable Officer officer(CaseState.@Nullable Officer officer) {
    return officer == null
        ? null
        : new CasePages.Officer(officer.collarNumber(), officer.name(), officer.unit());
  }

  private static @Nullable String offenceClass(@Nullable String offence) {
    return offence == null ? null : offence.substring(0, 3);
  }
}
