package uk.followmycase.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** A data protection officer sees who looked at what, is seen looking, and never decides alone. */
@WholeProductTest
class TrailPagesTests {

  private static final String DESK = "desk." + Place.OXFORD.host();
  private static final String ONE = "data-protection-officer";
  private static final String TWO = "data-protection-officer-2";

  @Autowired ApplicationContext product;

  private String reference;
  private AtDesk officer;

  @BeforeEach
  void aCase() {
    reference = Somebody.withTwoContacts("en").reportsBurglary(Place.OXFORD, product);
    officer = AtDesk.signedIn(DESK, ONE);
  }

  private String trailOfCase() {
    var found = officer.post("/desk/trail", Map.of("by", "case", "reference", reference));
    assertThat(found.status()).isEqualTo(303);
    assertThat(found.header("Location")).startsWith("/desk/trail/case/").doesNotContain(reference);
    return found.header("Location");
  }

  @Test
  void whoHadToDoWithACaseStandsInWords() {
    var path = trailOfCase();
    assertThat(officer.get(path).body())
        .contains(reference, "Case received from the records system", "thames-valley-journeys");
    assertThat(officer.get(path).body())
        .as("the look itself")
        .contains("Read the trail", "David Okafor (1006)", "Note: of a case");
    officer.browser().cookies(DESK).put("__Host-language", "cy");
    assertThat(officer.get(path).body())
        .contains("Derbyniwyd yr achos", "Darllenwyd y trywydd", "Nodyn: trywydd achos");
  }

  @Test
  void whatSomebodyDidIsFoundByTheirNumberAlsoWhenTheyHaveLeft() {
    var path = trailOfCase();
    officer.get(path);
    officer.send("/sign-out", Map.of());
    var second = AtDesk.signedIn(DESK, TWO);
    var done = second.send("/desk/trail", Map.of("by", "staff", "collar", "1006"));
    assertThat(done.body())
        .contains("What this member of staff did", "David Okafor", "Read the trail", reference)
        .contains("Signed out of the desk");
    assertThat(second.get(path).body()).as("and each case tells who read").contains("(1007)");
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    var unknown = Map.of("by", "case", "reference", Place.OXFORD.freshReference());
    var none = officer.post("/desk/trail", unknown);
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.body()).contains("There is no case with this reference");
    assertThat(officer.post("/desk/trail", Map.of("by", "staff", "collar", "<9>")).body())
        .contains("Nobody with this collar number", "value=\"&lt;9>\"");
    assertThat(officer.get("/desk/trail/case/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
    assertThat(officer.get("/desk/trail/nobody/x").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "31/2/2026|27/3/2026|Write the first day as day, month and year, like 27/3/2026",
        "27/3/2026|tomorrow <3>|Write the last day as day, month and year, like 27/3/2026",
        "28/3/2026|2026-03-27|Choose a first day that is not after the last day",
        "27/3/0026|27/3/2026|Write the first day as day, month and year, like 27/3/2026",
      },
      delimiter = '|')
  void aDayThatCannotBeReadIsAFaultAndNothingTypedIsLost(String from, String to, String advice) {
    var path = trailOfCase();
    var days = "from=" + encoded(from) + "&to=" + encoded(to);
    var typed = Map.of("from", from, "to", to, "reason", "complaint 7");
    for (var page :
        List.of(
            officer.get(path + "?" + days),
            officer.get(path + "/export?" + days),
            officer.post(path + "/export", typed))) {
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.body())
          .contains("There is a problem", "</span> " + advice, escaped(from), escaped(to))
          .doesNotContain("Case received from the records system");
    }
    assertThat(officer.post(path + "/export", typed).body()).contains(">complaint 7</textarea>");
    officer.browser().cookies(DESK).put("__Host-language", "cy");
    assertThat(officer.get(path + "?" + days).body())
        .contains("Mae problem")
        .doesNotContain(advice);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String escaped(String typed) {
    return "value=\"" + typed.replace("<", "&lt;") + "\"";
  }

  @Test
  void aDayIsReadAsPeopleWriteIt() {
    var path = trailOfCase();
    for (var day : List.of("2026-03-07", "7/3/2026", "07.03.2026", "7 3 2026", "7-3-2026")) {
      assertThat(officer.get(path + "?from=" + encoded(day) + "&to=" + encoded(day)).body())
          .as(day)
          .contains("value=\"2026-03-07\"");
    }
  }

  @Test
  void anotherForcesCaseIsNotThere() {
    var path = trailOfCase();
    var elsewhere = AtDesk.signedIn("desk." + Place.BANGOR.host(), ONE);
    assertThat(elsewhere.get(path).status()).isEqualTo(404);
    assertThat(elsewhere.post("/desk/trail", Map.of("by", "case", "reference", reference)).status())
        .isEqualTo(400);
  }

  @Test
  void nobodyElseReadsIt() {
    var path = trailOfCase();
    for (var role : new String[] {"officer", "supervisor", "force-administrator"}) {
      var at = AtDesk.signedIn(DESK, role);
      assertThat(at.get(path).status()).as(role).isEqualTo(403);
      assertThat(at.get("/desk/trail/exports").status()).as(role).isEqualTo(403);
    }
  }

  @Test
  void aPartIsTakenOutByTwo() {
    var path = trailOfCase();
    assertThat(officer.send(path + "/export", Map.of("reason", " ")).body())
        .contains("Say why in up to 1,000 characters");
    var asked = officer.send(path + "/export", Map.of("reason", "=complaint <7>"));
    assertThat(asked.body()).contains("Somebody else must agree", "=complaint &lt;7&gt;");
    var request = "/desk/trail/exports/" + newest(asked.body(), officer);
    var own = officer.send(request + "/decision", Map.of("decision", "approve"));
    assertThat(own.body()).contains("You cannot decide on your own request");
    assertThat(officer.get(request + "/file").status()).isEqualTo(404);
    var second = AtDesk.signedIn(DESK, TWO);
    assertThat(second.get("/desk/trail/exports").body())
        .as("nobody agrees to what they cannot see")
        .contains("href=\"" + path + "\">" + reference + "</a>");
    assertThat(second.send(request + "/decision", Map.of("decision", "approve")).body())
        .contains("You have agreed", "Agreed to by");
    assertThat(second.get(request + "/file").status()).isEqualTo(404);
    var file = officer.get(request + "/file");
    assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"trail.csv\"");
    assertThat(file.body().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("\"Time (UTC)\""));
    assertThat(file.body()).contains("TRAIL_EXPORTED", "CASE_RECEIVED", reference);
    assertThat(file.body())
        .as("the code for machines, and the words for people")
        .contains("\"case\",\"of a case\"", "\"ELIGIBLE_STANDARD\",\"may be invited, with");
  }

  @Test
  void whoHasAConflictReadsNothingOfTheCase() {
    var victim = Somebody.withTwoContacts("en");
    reference = victim.reportsBurglary(Place.OXFORD, product);
    var path = trailOfCase();
    var asked = officer.send(path + "/export", Map.of("reason", "complaint"));
    var request = "/desk/trail/exports/" + newest(asked.body(), officer);
    var second = AtDesk.signedIn(DESK, TWO);
    assertThat(second.get(path).status()).isEqualTo(200);
    second.send("/desk/conflicts", Map.of("kind", "email", "text", victim.email().value()));
    assertThat(second.get(path).status()).isEqualTo(404);
    assertThat(second.get(path + "/export").status()).isEqualTo(404);
    assertThat(second.post(path + "/export", Map.of("reason", "complaint")).status())
        .isEqualTo(404);
    assertThat(second.post("/desk/trail", Map.of("by", "case", "reference", reference)).body())
        .contains("There is no case with this reference");
    assertThat(second.get("/desk/trail/exports").body()).doesNotContain(reference, request);
    assertThat(second.send(request + "/decision", Map.of("decision", "approve")).body())
        .doesNotContain("You have agreed");
    assertThat(officer.get(request + "/file").status()).isEqualTo(404);
    var colleague = second.send("/desk/trail", Map.of("by", "staff", "collar", "1006")).body();
    assertThat(colleague).contains("David Okafor").doesNotContain(reference);
    assertThat(officer.get(path).body())
        .as("and that they tried")
        .contains("(1007)", "a conflict of interest stands");
  }

  /** The decision's address is not on the page of whoever asked: another one finds it there. */
  private static String newest(String page, AtDesk of) {
    var second = AtDesk.signedIn(of.host(), TWO).get("/desk/trail/exports").body();
    var found = Pattern.compile("/desk/trail/exports/([\\w-]{22})/decision").matcher(second);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }
}
