package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** By what ways a held person could be told, as whoever decides sees them. */
@WholeProductTest
class HeldWaysTests {

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  /** Records say that it is safe; and it is the suspect's. */
  @Test
  void whatAnotherPartyHasIsNotCalledSafe() {
    var crew = new Crew(product, Place.OXFORD);
    var safeguarding = crew.of(StaffRole.SAFEGUARDING);
    var person = held(crew);
    var task =
        Crew.find(
                product, crew.force(), "select handle from police.task where person_id = ?", person)
            .orElseThrow();
    var page = safeguarding.browser().get(safeguarding.desk(), "/desk/tasks/" + new Handle(task));
    assertThat(page.body())
        .containsPattern("Text message: [^<]+\\s*<strong [^>]+>Safe<")
        .containsPattern("E-mail: [^<]+\\s*<strong [^>]+red\">Another party’s, too<");
  }

  private UUID held(Crew crew) {
    var told =
        """
        {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
         "reported": "2026-03-04", "status": "%s",
         "people": [{"id": "P", "role": "victim", "name": "Ann Other", "bornOn": "1990-02-01",
           "contacts": [{"kind": "phone", "value": "07700 909191", "safe": true},
             {"kind": "email", "value": "both.of.us@example.com", "safe": true}]}],
         "otherParties": [{"id": "S",
           "contacts": [{"kind": "email", "value": "Both.of.us@example.com"}]}]}
        """
            .formatted(Place.OXFORD.freshReference(), Place.OXFORD.status());
    var answer = Place.OXFORD.records(product).put(told);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return Crew.query(
        product, crew.force(), "select id from police.case_person order by id desc limit 1");
  }
}
