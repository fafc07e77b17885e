package uk.followmycase.cases.intake;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseFiles.Once;
import uk.followmycase.cases.Report;

/** Stores one report and answers it, once for a key where there is one. */
@Component
class SingleReports {

  private final CaseFiles files;
  private final Canonical canonical;
  private final KeyedCalls keyed;
  private final WireJson json;

  SingleReports(CaseFiles files, Canonical canonical, KeyedCalls keyed, WireJson json) {
    this.files = files;
    this.canonical = canonical;
    this.keyed = keyed;
    this.json = json;
  }

  /**
   * Stores and answers.
   *
   * @param body as read, for telling a key's second use from its first
   * @param report null when something is wrong with the body
   */
  ResponseEntity<byte[]> receive(
      String client,
      @Nullable String key,
      Record body,
      @Nullable Report report,
      Faults faults,
      Faults notes) {
    if (report == null || !faults.none()) {
      throw Refusal.of(Problem.INVALID, faults);
    }
    Function<Answer, byte[]> wording = answer -> worded(answer, notes.list());
    return RecordsApi.json(
        key == null
            ? wording.apply(files.receive(client, List.of(report)).getFirst())
            : once(call(client, key, body), report, wording));
  }

  private byte[] once(CaseFiles.Call call, Report report, Function<Answer, byte[]> wording) {
    return switch (files.receiveOnce(call, report, wording)) {
      case Once.Done(var answer) -> answer;
      case Once.Refused(var refused) -> throw refusal(refused);
      case Once.InFlight running -> throw KeyedCalls.inFlight();
      case Once.KeyReused reused -> throw KeyedCalls.reused();
    };
  }

  private CaseFiles.Call call(String client, String key, Record body) {
    var content = body.getClass().getSimpleName() + " " + canonical(body);
    return keyed.of(client, key, content);
  }

  private String canonical(Record body) {
    return body instanceof CaseBody whole ? canonical.of(whole) : canonical.of(body);
  }

  private byte[] worded(Answer answer, List<Fault> notes) {
    return switch (answer) {
      case Answer.Held held -> json.bytes(AnswerBody.held(null, held, notes));
      case Answer.Refused refused -> throw refusal(refused);
    };
  }

  private static Refusal refusal(Answer.Refused refused) {
    return Refusal.of(Conflicts.problem(refused), Conflicts.fault(refused, ""));
  }
}
