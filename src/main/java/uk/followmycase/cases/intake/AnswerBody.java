package uk.followmycase.cases.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.Answer.Held;

/** What became of a report, on the wire. */
@Schema(name = "Answer", description = "What became of a call, or of a line of a stream.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AnswerBody(
    @Schema(description = "Streams only: the number of the line, from 1", example = "12")
        @Nullable Long line,
    @Schema(
            allowableValues = {"accepted", "unchanged", "superseded", "refused"},
            example = "accepted")
        String result,
    @Schema(description = "The version that we hold now; 0 while only updates have come")
        @Nullable Long version,
    @Schema(description = "Whole cases only: everybody on the case") List<StandingBody> people,
    @Schema(description = "Things to correct that were no reason to refuse") List<Fault> notes,
    @Schema(description = "Streams only: why the line was refused") @Nullable ProblemBody problem) {

  /** How somebody on a case stands. */
  @Schema(name = "Standing", description = "How somebody on a case stands.")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StandingBody(
      @Schema(description = "The records system's own id", example = "N-100200") String id,
      @Schema(
              allowableValues = {"eligible", "held", "not_eligible"},
              example = "eligible")
          String standing,
      @Schema(
              allowableValues = {"standard", "strict"},
              description = "What an eligible person has to prove")
          @Nullable String proof,
      List<ReasonBody> reasons) {

    static StandingBody of(Answer.Judged judged) {
      var reasons = judged.reasons().stream().map(r -> new ReasonBody(r.rule(), r.key())).toList();
      return switch (judged.standing()) {
        case ELIGIBLE_STANDARD -> new StandingBody(judged.id(), "eligible", "standard", reasons);
        case ELIGIBLE_STRICT -> new StandingBody(judged.id(), "eligible", "strict", reasons);
        case NEEDS_PERSON -> new StandingBody(judged.id(), "held", null, reasons);
        case NOT_ELIGIBLE, GONE -> new StandingBody(judged.id(), "not_eligible", null, reasons);
      };
    }
  }

  /** Why somebody stands so. */
  @Schema(name = "Reason", description = "The rule that decided, and the key of its words.")
  record ReasonBody(
      @Schema(example = "burglary") String rule, @Schema(example = "burglary") String key) {}

  static AnswerBody held(@Nullable Long line, Held held, List<Fault> notes) {
    var people = held.people().stream().map(StandingBody::of).toList();
    return new AnswerBody(line, Field.written(held.effect()), held.version(), people, notes, null);
  }

  static AnswerBody refused(Long line, ProblemBody problem) {
    return new AnswerBody(line, "refused", null, List.of(), List.of(), problem);
  }
}
