package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.support.MovableClock;

/** A contact that somebody said is not for them, told of again by the records system. */
@InvitationTest
class GivenUpContactTests {

  @Autowired Victims victims;
  @Autowired ContactPoints contacts;
  @Autowired Tasks tasks;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  /** What was put right before is wrong again, whatever else the records system says. */
  @Test
  void whoIsSaidToHaveItNowIsInvitedByWhatElseIsSafeAndSomebodyIsTold() {
    var stranger = victims.invited();
    var wrong = stranger.contact(Channel.EMAIL).value();
    stranger.in(
        () -> {
          contacts.stop(stranger.id().value(), Channel.EMAIL);
          return wrong;
        });
    var victim = victims.invited();
    var need =
        Need.of(
            TaskKind.CONTACT_WRONG, victim.latest().standing().caseId(), victim.id().value(), null);
    victims.inTransaction(
        victim.force(),
        () -> {
          tasks.open(List.of(need));
          return need;
        });
    victim.phone("07700 940001").tell();
    assertThat(open(victim)).isEmpty();
    victim.email(wrong).tell();
    assertThat(open(victim)).containsExactly("CONTACT_WRONG");
    assertThat(victim.channels()).containsExactly(Channel.TEXT);
    assertThat(victim.latest().channel()).isEqualTo(Channel.TEXT);
  }

  private List<String> open(Victim victim) {
    var person = victim.id().value();
    return victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql("select kind from police.task where person_id = ? and ended_at is null")
                .param(person)
                .query((row, number) -> row.getString(1))
                .list());
  }
}
