package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.JOINT;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Form;
import uk.followmycase.support.MovableClock;

/** What somebody wrote is theirs: kept when their visit ends, and shown to nobody else. */
@StaffTest
class DraftTests {

  private static final String CONFLICTS = "/desk/conflicts";
  private static final Duration IDLE = Duration.ofMinutes(16);

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private String name;
  private StaffWay way;
  private Map<String, Object> officer;

  @BeforeEach
  void signIn() {
    name = "Zoe " + UUID.randomUUID();
    way = StaffWay.to("thames-valley.localhost", port);
    officer = somebody();
    way.signIn(OWN, officer);
  }

  @Test
  void whoseVisitEndedFindsWhatTheyWroteAndSendsIt() {
    var form = opened();
    lapse();
    var kept = way.browser().follow(send(form));
    assertThat(kept.body()).contains("what you wrote is kept").doesNotContain(name);
    var draft = way.signIn(OWN, officer);
    assertThat(draft.body()).contains("What you wrote is kept", name);
    assertThat(conflicts(way)).as("nothing was done yet").doesNotContain(name);
    var sent = way.browser().follow(Form.on(draft, CONFLICTS).send(way.browser(), "text", name));
    assertThat(sent.body()).contains(name);
    assertThat(way.browser().get(way.desk(), "/desk/drafts").body()).contains("nothing that waits");
  }

  /** Nobody is told that a page of theirs is not there; and it is said of no page that it is. */
  @Test
  void whoseVisitEndedSignsInAndComesBackToThePage() {
    lapse();
    for (var page : List.of(CONFLICTS + "?page=1", "/desk/cases/nothing-of-that-kind")) {
      var answer = way.browser().get(way.desk(), page);
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).contains("/oauth2/authorization/desk?to=%2Fdesk%2Fc");
    }
    way.browser().hop(way.browser().get(way.desk(), CONFLICTS + "?page=1"));
    assertThat(way.signIn(OWN, officer).body()).contains("action=\"" + CONFLICTS + "\"");
  }

  /** Two texts for one case go to one address; the same form sent again is no third. */
  @Test
  void whatWasWrittenFirstIsKeptBesideWhatWasWrittenThen() {
    var form = opened();
    var other = "Ann " + UUID.randomUUID();
    lapse();
    send(form);
    form.send(way.browser(), "kind", "name", "text", other);
    form.send(way.browser(), "kind", "name", "text", other);
    var draft = way.signIn(OWN, officer);
    assertThat(draft.body()).contains(other, "One more thing that you wrote waits");
    var listed = way.browser().get(way.desk(), "/desk/drafts").body();
    var found =
        Pattern.compile("href=\"(/desk/drafts/[^\"]+)\"")
            .matcher(listed)
            .results()
            .map(match -> way.browser().get(way.desk(), match.group(1)).body())
            .toList();
    assertThat(found).hasSize(2);
    assertThat(found.getFirst()).as("the newest first").contains(other).doesNotContain(name);
    assertThat(found.getLast()).contains(name).doesNotContain(other);
  }

  @Test
  void anotherComputerWillDoAndAnotherPersonWillNot() {
    var form = opened();
    lapse();
    assertThat(send(form).header("Location")).isEqualTo("/signed-out/kept");
    var other = StaffWay.to("thames-valley.localhost", port);
    var listed = other.signIn(OWN, officer);
    assertThat(listed.body()).contains("What you have not sent").doesNotContain(name);
    var address = listed.body().replaceAll("(?s).*href=\"(/desk/drafts/[^\"]+)\".*", "$1");
    assertThat(other.browser().get(other.desk(), address).body()).contains(name);
    var stranger = way.signIn(OWN, somebody());
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(stranger.body()).doesNotContain(name);
    clock.advance(Duration.ofDays(1));
    other.signIn(OWN, officer);
    assertThat(other.browser().get(other.desk(), address).status()).isEqualTo(404);
  }

  @Test
  void aFormActsInItsAuthorsNameOrNotAtAll() {
    var form = opened();
    lapse();
    var colleague = somebody();
    way.signIn(OWN, colleague);
    var carried = Form.on(way.browser().get(way.desk(), CONFLICTS), CONFLICTS).hidden();
    carried.put(HeldForms.AUTHOR, form.hidden().getOrDefault(HeldForms.AUTHOR, ""));
    var refused = way.browser().follow(send(new Form(way.desk(), CONFLICTS, carried)));
    assertThat(refused.body()).contains("Somebody else filled in this form").doesNotContain(name);
    assertThat(conflicts(way)).doesNotContain(name);
    var home = StaffWay.to("thames-valley.localhost", port);
    assertThat(home.signIn(OWN, officer).body()).contains("What you have not sent");
  }

  @Test
  void whoSignedInAgainByAnotherWindowFindsItAtOnce() {
    var form = opened();
    way.browser()
        .follow(Form.on(way.browser().get(way.desk(), "/"), "/sign-out").send(way.browser()));
    way.signIn(OWN, officer);
    var draft = way.browser().follow(send(form));
    assertThat(draft.body()).contains("What you wrote is kept", name);
  }

  @Test
  void whatIsNotOursIsNotKept() {
    var form = opened();
    lapse();
    var forged = form.hidden();
    forged.put(HeldForms.AUTHOR, forged.getOrDefault(HeldForms.AUTHOR, "").replaceAll(".$", "!"));
    assertThat(send(form))
        .extracting(Page::status, page -> page.header("Location"))
        .containsExactly(404, "");
    forged.put(HeldForms.AUTHOR, "A".repeat(5000));
    assertThat(send(form))
        .extracting(Page::status, page -> page.header("Location"))
        .containsExactly(404, "");
    forged.remove(HeldForms.AUTHOR);
    assertThat(send(form))
        .extracting(Page::status, page -> page.header("Location"))
        .containsExactly(404, "");
    var elsewhere = StaffWay.to("humberside.localhost", port);
    elsewhere.signIn(JOINT, officer(UUID.randomUUID().toString(), "humb-officers"));
    var theirs = Form.on(elsewhere.browser().get(elsewhere.desk(), CONFLICTS), CONFLICTS);
    forged.put(HeldForms.AUTHOR, theirs.hidden().getOrDefault(HeldForms.AUTHOR, ""));
    assertThat(send(form).status()).as("of another force").isEqualTo(404);
  }

  /**
   * A request that is answered already may still be writing that it was here; whose visit stands is
   * let in, or led past their provider and back.
   */
  private void lapse() {
    do {
      clock.advance(IDLE);
    } while (!way.browser()
        .get(way.desk(), "/desk/you")
        .header("Location")
        .contains("to=%2Fdesk%2Fyou"));
  }

  private Form opened() {
    return Form.on(way.browser().get(way.desk(), CONFLICTS), CONFLICTS);
  }

  private Page send(Form form) {
    return form.send(way.browser(), "kind", "name", "text", name);
  }

  private String conflicts(StaffWay at) {
    return at.browser().get(at.desk(), CONFLICTS).body();
  }

  private static Map<String, Object> somebody() {
    return officer(UUID.randomUUID().toString(), "tvp-officers");
  }
}
