package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.CasePages.Told;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.CaseSight.OnCase;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.Openings.Callable;
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.cases.desk.Openings.Opened;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/** A case is read out to those alone who may see it themselves, and no more of it than they see. */
@SpringBootTest
class CallersWhoMaySeeTests extends RepresentedCase {

  @Autowired ApplicationContext product;
  @Autowired Openings openings;
  @Autowired DeskCases desk;
  @Autowired AccessDesk access;

  @Test
  void aWitnessIsNoCaller() {
    inForce(
        () -> {
          var witness = witness();
          var people = List.of(Reports.victim("P1", phone, email), witness);
          var told = Reports.version(1, people, List.of(), Stage.INVESTIGATING);
          files.receive("records", List.of(withOfficer(Reports.at(reference, told))));
          assertThat(offered()).containsExactly(victimHandle());
          var other =
              new Handle(
                  one(
                      "select handle from police.case_person where case_id = :case and role = 'WITNESS'",
                      caseId()));
          assertThat(openings.caller(handler(), file(), other, Check.DOCUMENT))
              .isEqualTo(Opened.NOT_THERE);
        });
  }

  @Test
  void whoIsHeldOrShutOutIsNoCaller() {
    var endangered = new Endangered(product);
    ForceBinding.run(
        endangered.force().id(),
        () -> {
          endangered.letIn();
          var file = endangered.file();
          assertThat(callable(file)).hasSize(1);
          access.suspend(
              endangered.staff(StaffRole.OFFICER, "D"),
              endangered.seen(endangered.staff(StaffRole.SUPERVISOR, "V")),
              "He has her phone.");
          assertThat(callable(file)).isEmpty();
        });
    inForce(
        () -> {
          tell(1);
          var told = Reports.version(2, List.of(Reports.victim("P1", phone)), List.of(), STAGE);
          files.receive(
              "records",
              List.of(
                  Reports.recorded(Reports.at(reference, told), "028/01", Set.of(Flag.STALKING))));
          assertThat(offered()).isEmpty();
        });
  }

  @Test
  void whoIsShutOutMeanwhileIsReadNothingMore() {
    var endangered = new Endangered(product);
    ForceBinding.run(
        endangered.force().id(),
        () -> {
          endangered.letIn();
          var file = endangered.file();
          var handler = handler();
          var person = callable(file).getFirst().person();
          assertThat(openings.caller(handler, file, person, Check.KNOWN)).isEqualTo(Opened.OPEN);
          assertThat(desk.look(handler, file)).isPresent();
          endangered.tell(2, endangered.phone);
          assertThat(desk.look(handler, file)).isEmpty();
        });
  }

  @Test
  void aRepresentativeIsReadWhatTheySeeUntilTheirLastDay() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.PROGRESS));
          comeIn();
          var handler = handler();
          assertThat(offered()).containsExactlyInAnyOrder(victimHandle(), handle());
          assertThat(openings.caller(handler, file(), handle(), Check.KNOWN))
              .isEqualTo(Opened.OPEN);
          var sight = desk.look(handler, file()).orElseThrow();
          assertThat(sight.page().told()).isEqualTo(Told.NOTHING);
          assertThat(sight.people()).extracting(OnCase::handle).containsExactly(handle());
          change("update police.representation set until_on = '2026-01-01' where person_id = :id");
          assertThat(offered()).containsExactly(victimHandle());
          assertThat(desk.look(handler, file())).isEmpty();
        });
  }

  private static final Stage STAGE = Stage.INVESTIGATING;

  private List<Handle> offered() {
    return callable(file()).stream().map(Callable::person).toList();
  }

  private List<Callable> callable(Handle file) {
    return openings.callable(handler(), file).orElseThrow();
  }

  private static Person witness() {
    var like = Reports.victim("P2");
    return new Person(
        like.id(),
        Role.WITNESS,
        "Wit Ness",
        like.born(),
        "en",
        false,
        List.of(),
        like.mark(),
        Reports.digest("a witness"));
  }

  private StaffMember handler() {
    var like = member(StaffRole.CONTACT_HANDLER);
    return new StaffMember(
        new uk.followmycase.identity.StaffId(UUID.nameUUIDFromBytes(reference.getBytes(UTF))),
        like.force(),
        like.roles(),
        null,
        Set.of(),
        "",
        like.signedInAt());
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;
}
