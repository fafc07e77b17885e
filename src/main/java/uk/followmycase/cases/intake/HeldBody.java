package uk.followmycase.cases.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CaseFiles.Held;
import uk.followmycase.cases.CaseFiles.HeldPerson;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.intake.AnswerBody.StandingBody;
import uk.followmycase.cases.intake.CaseBody.AreaBody;
import uk.followmycase.cases.intake.CaseBody.OccurredBody;
import uk.followmycase.cases.intake.CaseBody.OfficerBody;
import uk.followmycase.cases.intake.CaseBody.ToldBody;
import uk.followmycase.cases.intake.PersonBody.ContactBody;

/** What we hold of a case, on the wire; never suspects or other parties. */
@Schema(
    name = "HeldCase",
    description =
        "What we hold of a case. Times of day that became days, and suspects and other parties, are"
            + " not held. The status is our stage.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HeldBody(
    @Schema(example = "42/12345/26") String reference,
    @Schema(description = "0 while only updates have come", example = "7") long version,
    @Schema(format = "date-time") String receivedAt,
    @Schema(allowableValues = {"crime", "incident"}) @Nullable String kind,
    @Schema(example = "028/01") @Nullable String classification,
    @Nullable String cjsCode,
    List<String> flags,
    @Nullable OccurredBody occurred,
    @Nullable String reported,
    @Nullable AreaBody area,
    @Nullable ToldBody told,
    @Schema(
            allowableValues = {
              "reported",
              "assessing",
              "investigating",
              "deciding",
              "court",
              "elsewhere",
              "closed"
            })
        @Nullable String stage,
    @Nullable String outcome,
    @Nullable String outcomeOn,
    @Nullable OfficerBody officer,
    List<HeldPersonBody> people,
    List<UpdateBody> updates,
    @Schema(description = "How many updates are withdrawn; nothing else is held of them")
        int withdrawn) {

  /** Somebody on the case, and how they stand. */
  @Schema(name = "HeldPerson", description = "Somebody on the case, and how they stand.")
  record HeldPersonBody(PersonBody person, StandingBody standing) {

    static HeldPersonBody of(HeldPerson held) {
      var person = held.person();
      var contacts =
          person.points().stream()
              .map(
                  point ->
                      new ContactBody(
                          Field.written(point.kind()),
                          point.written(),
                          point.safe(),
                          point.shared()))
              .toList();
      return new HeldPersonBody(
          new PersonBody(
              person.id(),
              Field.written(person.role()),
              person.name(),
              day(person.born()),
              person.wish(),
              person.enhancedRights(),
              List.copyOf(contacts),
              null),
          StandingBody.of(held.judged()));
    }
  }

  static HeldBody of(Held held) {
    var state = held.state();
    var people = held.people().stream().map(HeldPersonBody::of).toList();
    var updates = held.updates().stream().map(HeldBody::update).toList();
    var receivedAt = held.receivedAt().toString();
    return state == null
        ? new HeldBody(
            held.reference(),
            held.version(),
            receivedAt,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            people,
            updates,
            held.withdrawn())
        : new HeldBody(
            held.reference(),
            held.version(),
            receivedAt,
            Field.written(state.kind()),
            state.offence(),
            state.cjsCode(),
            state.flags().stream().map(Field::written).sorted().toList(),
            new OccurredBody(day(state.occurredFrom()), day(state.occurredTo())),
            day(state.reportedOn()),
            area(state.area()),
            new ToldBody(state.report(), List.copyOf(state.property())),
            Field.written(state.stage()),
            state.outcome(),
            day(state.outcomeOn()),
            officer(state.officer()),
            people,
            updates,
            held.withdrawn());
  }

  private static UpdateBody update(Report.Update update) {
    return new UpdateBody(
        update.id(),
        update.at().toString(),
        Field.written(update.kind()),
        update.text(),
        update.reason());
  }

  private static @Nullable AreaBody area(CaseState.@Nullable Area area) {
    return area == null ? null : new AreaBody(area.code(), area.name());
  }

  private static @Nullable OfficerBody officer(CaseState.@Nullable Officer officer) {
    return officer == null
        ? null
        : new OfficerBody(officer.collarNumber(), officer.name(), officer.unit(), officer.email());
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
