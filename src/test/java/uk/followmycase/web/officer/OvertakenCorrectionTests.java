package uk.followmycase.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Whoever corrects an update that a colleague has corrected keeps what they wrote. */
@WholeProductTest
class OvertakenCorrectionTests {

  private static final Pattern LINE =
      Pattern.compile("href=\"(/desk/cases/[^\"]+/timeline/[^\"]+)\"");

  @Autowired ApplicationContext product;
  @Autowired MovableClock clock;

  private Crew.Hand officer;
  private String timeline;

  @BeforeEach
  void aCaseOfTheirOwn() {
    clock.advanceToNoon();
    var crew = new Crew(product, Place.OXFORD);
    officer = crew.of(StaffRole.OFFICER);
    var collar = String.valueOf(officer.who().collarNumber());
    Somebody.withTwoContacts("en").reportsBurglary(Place.OXFORD, collar, product);
    var file =
        Crew.query(
            product, crew.force(), "select handle from police.case_file order by id desc limit 1");
    timeline = "/desk/cases/" + new Handle(file) + "/timeline";
    send(get(timeline), timeline, Map.of("kind", "general", "text", "We asked at number 97."));
  }

  @Test
  void aCorrectionBeginsWithWhatIsWrong() {
    var line = line();
    var form = get(line);
    assertThat(typed(form)).isEqualTo("We asked at number 97.");
    var same = send(form, line + "/correct", Map.of("text", "We asked at number 97."));
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.body()).contains("write what is right");
    assertThat(get(timeline).body()).contains("We asked at number 97.");
  }

  @Test
  void whatWasTypedStandsBesideWhatAColleagueWrote() {
    var line = line();
    var mine = get(line);
    var theirs = get(line);
    assertThat(correct(theirs, line, "We asked at number 98.").status()).isEqualTo(303);
    var answer = correct(mine, line, "We asked at number 99.");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(typed(answer)).isEqualTo("We asked at number 99.");
    assertThat(answer.body()).contains("while you were writing", "We asked at number 98.");
    assertThat(get(timeline).body()).doesNotContain("We asked at number 99.");
    var again = send(answer, timeline, Map.of("text", "We asked at number 99.", "kind", "general"));
    assertThat(again.header("Location")).endsWith("said=posted");
  }

  @Test
  void theSameCorrectionTwiceIsDone() {
    var line = line();
    var form = get(line);
    correct(form, line, "We asked at number 98.");
    var again = correct(form, line, "We asked at number 98.");
    assertThat(again.header("Location")).endsWith("said=corrected");
    assertThat(get(timeline).body()).containsOnlyOnce("We asked at number 98.");
  }

  @Test
  void theSameFormWithOtherWordsIsShownAgain() {
    var form = get(timeline);
    send(form, timeline, Map.of("kind", "general", "text", "We will come on day 97."));
    var other = Map.of("kind", "general", "text", "We will come on day 98.");
    var answer = send(form, timeline, other);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(typed(answer)).isEqualTo("We will come on day 98.");
    assertThat(send(answer, timeline, other).header("Location")).endsWith("said=posted");
  }

  private String line() {
    var found = LINE.matcher(get(timeline).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String typed(Page page) {
    var start = page.body().indexOf('>', page.body().indexOf("<textarea")) + 1;
    return page.body().substring(start, page.body().indexOf("</textarea>"));
  }

  private Page correct(Page form, String line, String text) {
    return send(form, line + "/correct", Map.of("text", text, "reason", "own"));
  }

  private Page get(String path) {
    return officer.browser().get(officer.desk(), path);
  }

  private Page send(Page from, String action, Map<String, String> typed) {
    var fields = new HashMap<>(Form.on(from, action).hidden());
    fields.putAll(typed);
    return officer.browser().post(officer.desk(), action, fields);
  }
}
