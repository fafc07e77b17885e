package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.Onlookers;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.StaffRole;

/** When the officer, the person or the calendar ends it, nothing is seen and nothing held. */
@SpringBootTest
class EndingRepresentativesTests extends RepresentedCase {

  @Autowired Onlookers onlookers;
  @Autowired ExpiredRepresentatives expired;

  @Test
  void endedTheySeeNothingAndNothingIsHeldOfThem() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          assertThat(representatives.end(officer, seen(), WHY)).isEqualTo(AccessDesk.Done.DONE);
          assertThat(pages.list(mother)).isEmpty();
          assertThat(pages.list(victim)).hasSize(1);
          assertThat(page(victim).onlookers()).isEmpty();
          nothingIsHeld();
        });
  }

  @Test
  void whyIsKeptForColleaguesOfTheCaseAndOfWhomItWas() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          assertThat(representatives.end(officer, seen(), " "))
              .isEqualTo(AccessDesk.Done.NO_REASON);
          var one = handle();
          assertThat(representatives.end(officer, seen(), WHY)).isEqualTo(AccessDesk.Done.DONE);
          assertThat(representatives.stoodFor(officer, file(), one)).contains(victimHandle());
          assertThat(representatives.over(officer, file(), victimHandle()))
              .singleElement()
              .satisfies(
                  over -> {
                    assertThat(over.kind()).isEqualTo(Kind.NEXT_OF_KIN);
                    assertThat(over.shut().reason()).isEqualTo(WHY);
                  });
          assertThat(
                  count(
                      "select count(*) from police.representation where person_id = :id and position(convert_to('"
                          + WHY
                          + "', 'UTF8') in why) > 0"))
              .as("sealed")
              .isZero();
          var stranger = colleague(StaffRole.OFFICER);
          assertThat(representatives.over(stranger, file(), victimHandle())).isEmpty();
          assertThat(representatives.stoodFor(stranger, file(), one)).isEmpty();
        });
  }

  @Test
  void aFormOfBeforeEndsNothing() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          var old = seen();
          comeIn();
          assertThat(representatives.end(officer, old, WHY)).isEqualTo(AccessDesk.Done.NOT_NOW);
          assertThat(pages.list(mother)).hasSize(1);
          assertThat(representatives.end(officer, seen(), WHY)).isEqualTo(AccessDesk.Done.DONE);
          assertThat(representatives.end(officer, old, WHY)).isEqualTo(AccessDesk.Done.NOT_NOW);
          assertThat(representatives.over(officer, file(), victimHandle())).hasSize(1);
        });
  }

  @Test
  void thePersonEndsItAlone() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          var file = pages.list(victim).getFirst().handle();
          var one = page(victim).onlookers().getFirst();
          assertThat(onlookers.find(victim, file, one.handle())).contains(one);
          assertThat(onlookers.end(victim, file, one.handle())).isTrue();
          assertThat(pages.list(mother)).isEmpty();
          assertThat(page(victim).onlookers()).isEmpty();
          assertThat(onlookers.find(victim, file, one.handle())).isEmpty();
          assertThat(onlookers.end(victim, file, one.handle())).as("twice").isFalse();
          nothingIsHeld();
          assertThat(ended()).containsExactly("PERSON " + victim.value());
        });
  }

  @Test
  void nobodyElseEndsIt() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          var file = pages.list(victim).getFirst().handle();
          var one = page(victim).onlookers().getFirst().handle();
          for (var other : List.of(mother, new AccountId(UUID.randomUUID()))) {
            assertThat(onlookers.find(other, file, one)).isEmpty();
            assertThat(onlookers.end(other, file, one)).isFalse();
          }
          assertThat(onlookers.end(victim, file, victimHandle())).as("oneself").isFalse();
          assertThat(pages.list(mother)).hasSize(1);
        });
  }

  @Test
  void afterTheLastDayNothingIsHeldOfThem() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          expired.end();
          assertThat(pages.list(mother)).as("their last day is yet to come").hasSize(1);
          change("update police.representation set until_on = '2026-01-01' where person_id = :id");
          expired.end();
          nothingIsHeld();
          assertThat(pages.list(mother)).isEmpty();
          assertThat(pages.list(victim)).hasSize(1);
          expired.end();
          assertThat(ended()).containsExactly("SYSTEM last-day");
        });
  }

  @Test
  void onTheLastDayItselfTheyStillSeeIt() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          var today = force.settings().day(clock.instant());
          change(
              "update police.representation set until_on = '" + today + "' where person_id = :id");
          change("update police.grant_access set until_on = '" + today + "' where person_id = :id");
          expired.end();
          assertThat(pages.list(mother)).hasSize(1);
        });
  }

  private void nothingIsHeld() {
    assertThat(
            count(
                "select count(*) from police.grant_access where person_id = :id and state = 'ENDED'"))
        .as("for good, and not as long as they are off the case")
        .isEqualTo(1);
    assertThat(count("select count(*) from police.contact_point where person_id = :id")).isZero();
    assertThat(count("select count(*) from police.collision_mark where person_id = :id")).isZero();
    assertThat(
            count(
                "select count(*) from police.invitation where person_id = :id and ended_at is null"))
        .isZero();
    assertThat(count("select count(*) from police.case_person where id = :id and gone"))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from police.representation where person_id = :id and ended_at is not null"))
        .isEqualTo(1);
  }

  /** Who ended it, as the trail has it. */
  private List<String> ended() {
    var id = representative();
    return in(
        () ->
            jdbc.sql(
                    """
                    select e.actor_kind || ' ' || e.actor_id from police.audit_entry e
                      join police.audit_subject s on s.entry_id = e.id
                    where e.action = 'REPRESENTATIVE_ENDED' and s.person_id = :id""")
                .param("id", id)
                .query(String.class)
                .list());
  }

  @Test
  void afterTheLastDayTheySeeNothing() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          change("update police.grant_access set until_on = '2026-01-01' where person_id = :id");
          assertThat(pages.list(mother)).isEmpty();
          var handle = pages.list(victim).getFirst().handle();
          assertThat(pages.show(mother, handle)).isEmpty();
        });
  }

  @Test
  void whoWasNotInByTheLastDayIsNotLetIn() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          change("update police.representation set until_on = '2026-01-01' where person_id = :id");
          assertThat(comeIn()).isFalse();
        });
  }
}
