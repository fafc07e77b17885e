package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.JOINT;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.SIGN_IN;
import static uk.followmycase.identity.StaffWay.officer;
import static uk.followmycase.identity.StaffWay.with;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.support.Form;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** From the desk to the force's provider and back, and out again. */
@StaffTest
class StaffSignInTests {

  @LocalServerPort int port;
  @Autowired Forces forces;
  @Autowired Staff staff;
  @Autowired SignIn signIn;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private Force thamesValley;
  private Force humberside;
  private String subject;

  @BeforeEach
  void open() {
    thamesValley = forces.bySlug("thames-valley").orElseThrow();
    humberside = forces.bySlug("humberside").orElseThrow();
    subject = UUID.randomUUID().toString();
  }

  private StaffWay way(Force force) {
    return StaffWay.to(force.settings().host(), port);
  }

  @Test
  void theDeskSaysWhoIsThereForWhomAndAsWhat() {
    var shown = way(thamesValley).signIn(OWN, officer(subject, "tvp-sergeants", "gardening club"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.host()).isEqualTo("desk.thames-valley.localhost");
    assertThat(shown.body())
        .contains("Sgt Alex Morgan", "4711", "Thames Valley Police", "Officer", "Supervisor")
        .doesNotContain("Safeguarding", "gardening", "href=\"/cases\"", "href=\"/exit\"");
    assertThat(trail(thamesValley)).contains("STAFF_SIGNED_IN own");
  }

  @Test
  void whereThereIsOneProviderNobodyIsAskedWhich() {
    var way = way(humberside);
    var first = way.browser().get(way.desk(), "/");
    var hops = Stream.iterate(first, way.browser()::hop).limit(5).toList();
    assertThat(hops.getLast().header("Location")).startsWith(JOINT.issuer() + "/authorize?");
    var choice = way(thamesValley);
    assertThat(choice.browser().follow(choice.browser().get(choice.desk(), "/")).body())
        .contains("Provider joint", "Provider own");
  }

  @Test
  void aJointProviderServesEachForceByThatForcesOwnMapping() {
    var both = officer(subject, "tvp-officers", "humb-sergeants");
    var at = way(thamesValley);
    assertThat(at.signIn(JOINT, both).body()).doesNotContain("Supervisor");
    var elsewhere = new StaffWay(at.browser(), "desk.humberside.localhost");
    assertThat(elsewhere.inside()).as("one force bound per session").isFalse();
    assertThat(elsewhere.signIn(JOINT, both).body()).contains("Supervisor");
    assertThat(at.inside()).isTrue();
  }

  @Test
  void whoHasNoRoleAtTheForceIsTurnedAwayAndThatIsNoted() {
    var at = way(humberside);
    var page = at.signIn(JOINT, officer(subject, "tvp-officers"));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).contains("you have no role in this force");
    assertThat(at.inside()).isFalse();
    assertThat(trail(humberside)).contains("STAFF_REFUSED joint no_role");
  }

  @Test
  void aProviderThatTheForceDoesNotListIsNoWayIn() {
    var at = way(humberside);
    at.browser().follow(at.browser().get(at.desk(), "/")).status();
    assertThat(at.browser().get(SIGN_IN, "/staff/to/own").status()).isEqualTo(403);
    assertThat(trail(humberside)).contains("STAFF_REFUSED unknown not_believed");
  }

  @Test
  void tenThousandGroupsAreBorne() {
    var many =
        Stream.concat(
                IntStream.range(0, 10_000).mapToObj(number -> "group number " + number),
                Stream.of("tvp-officers"))
            .toList();
    var person = with(officer(subject), "groups", many);
    assertThat(way(thamesValley).signIn(OWN, person).status()).isEqualTo(200);
  }

  @Test
  void aNameWithMarkupIsShownAsItIs() {
    var person =
        with(officer(subject, "tvp-officers"), "name", "<b>Bob</b>\u202e" + "x".repeat(500));
    assertThat(way(thamesValley).signIn(OWN, person).body())
        .contains("&lt;b&gt;Bob&lt;/b&gt;x")
        .doesNotContain("<b>Bob", "\u202e", "x".repeat(101));
  }

  @Test
  void theSamePersonHasTheSameAccountAndNoNameStandsAnywhere() {
    way(thamesValley).signIn(OWN, officer(subject, "tvp-officers"));
    way(thamesValley).signIn(OWN, officer(subject, "tvp-officers"));
    way(thamesValley).signIn(JOINT, officer(subject, "tvp-officers"));
    var visits =
        inForce(
            thamesValley,
            "select account || ' ' || provider || encode(sealed, 'escape') from police.staff_visit"
                + " order by signed_in_at desc limit 3");
    assertThat(visits).noneMatch(row -> row.contains("Morgan") || row.contains("tvp-officers"));
    var accounts = visits.stream().map(row -> row.substring(0, 36)).toList();
    assertThat(accounts.get(1)).isEqualTo(accounts.get(2)).isNotEqualTo(accounts.get(0));
  }

  @Test
  void signingOutEndsItEverywhereAndAKeptCookieIsWorthNothing() {
    var at = way(thamesValley);
    var shown = at.signIn(OWN, officer(subject, "tvp-officers"));
    var kept = java.util.Map.copyOf(at.browser().cookies(at.desk()));
    var out = Form.on(shown, "/sign-out").send(at.browser());
    assertThat(out.header("Location")).endsWith("desk.thames-valley.localhost:8080/signed-out");
    at.browser().cookies(at.desk()).putAll(kept);
    assertThat(at.inside()).isFalse();
    assertThat(at.browser().follow(at.browser().get(at.desk(), "/")).body())
        .as("the sign-in host has forgotten, too")
        .contains("Provider own");
    assertThat(trail(thamesValley)).contains("STAFF_SIGNED_OUT null");
  }

  @Test
  void whoeverIsEndedIsOutAtTheNextRequest() {
    var at = way(thamesValley);
    at.signIn(OWN, officer(subject, "tvp-officers"));
    assertThat(at.inside()).isTrue();
    var account =
        inForce(
            thamesValley,
            "select account from police.staff_visit order by signed_in_at desc limit 1");
    ForceBinding.run(
        thamesValley.id(), () -> staff.endAll(new StaffId(UUID.fromString(account.getFirst()))));
    assertThat(at.inside()).isFalse();
  }

  @Test
  void staffAndPersonsNeverMix() {
    var at = way(thamesValley);
    at.signIn(OWN, officer(subject, "tvp-officers"));
    var portal = thamesValley.settings().host();
    var carried = at.browser().cookies(at.desk());
    at.browser().cookies(portal).putAll(carried);
    var asked = at.browser().follow(at.browser().get(portal, "/cases/probe"));
    assertThat(asked.host()).isEqualTo(SIGN_IN);
    assertThat(asked.body()).contains("action=\"/sign-in\"");
    assertThat(at.browser().get(at.desk(), "/cases").status()).isEqualTo(404);
  }

  private List<String> trail(Force force) {
    return inForce(
        force,
        "select action || ' ' || coalesce(detail, 'null') from police.audit_entry"
            + " order by at desc limit 3");
  }

  private List<String> inForce(Force force, String query) {
    return ForceBinding.call(
        force.id(),
        () -> transactions.execute(status -> jdbc.sql(query).query(String.class).list()));
  }
}
