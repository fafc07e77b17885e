package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;

/** An administrator sees how notices fare, stops some and lets them go. */
@WholeProductTest
class DeliveryJourneyTests {

  private static final String DESK = "desk." + Place.BANGOR.host();
  private static final String NATION = "national.localhost";

  @Autowired ApplicationContext product;
  @Autowired TestDatabaseAutoConfiguration.Name database;
  @Autowired MovableClock clock;

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void anAdministratorStopsTextsAndLetsThemGo(String language) {
    Somebody.withTwoContacts("cy").reportsBurglary(Place.BANGOR, product);
    try (var screen = Screen.in(language)) {
      screen.open(DESK, "/").press("button[value='force-administrator']");
      screen.open(DESK, "/desk/delivery").look("delivery");
      screen.press("main a[href='/desk/delivery/notices.text']").look("delivery-stop");
      screen.press("main form button").look("delivery-stop-fault");
      screen.type("#reason", "Anfonwyd dwywaith / sent twice").press("main form button");
      assertThat(screen.look("delivery-stopped").words()).contains("sent twice");
      screen.press("main a[href='/desk/delivery/notices.text']");
      screen.type("#reason", "Wedi’i drwsio / put right").press("main form button");
      assertThat(screen.look("delivery-going").words()).contains("put right");
    }
  }

  /** In the hands of a worker that does nothing with it. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void whatIsLateIsRed(String language) {
    TestDatabase.asSuperuser(
        database.value(),
        """
        insert into plumbing.outbox_head (force_id, notice_id, class, channel, kind, due_at, since, leased_by)
        select force_id, gen_random_uuid(), 1, 0, 3, now() - interval '1 hour', now() - interval '1 hour',
          (select max(id) from plumbing.outbox_worker)
        from plumbing.force_register where slug = 'north-wales'
        """);
    try (var screen = Screen.in(language)) {
      screen.open(DESK, "/").press("button[value='supervisor']");
      screen.open(DESK, "/desk/delivery");
      assertThat(screen.look("delivery-late").page().locator(".delivery-late").count()).isOne();
    } finally {
      TestDatabase.asSuperuser(
          database.value(),
          "delete from plumbing.outbox_head where since < now() - interval '50 minutes'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void theNationStopsOneForceAndLetsItGo(String language) {
    try (var screen = Screen.in(language)) {
      screen.open(NATION, "/").press("button[value='national-administrator']");
      screen.press("main a[href='/switches']").look("nation-switches");
      screen.press("main a[href='/switches/north-wales/notices.reminder']").look("nation-stop");
      screen.type("#reason", "Heddlu anghywir / wrong force").press("main form button");
      assertThat(screen.look("nation-stopped").page().locator(".govuk-tag--red").count()).isOne();
      screen.press("main a[href='/switches/north-wales/notices.reminder']");
      screen.type("#reason", "Wedi’i drwsio / put right").press("main form button");
      assertThat(screen.page().locator(".govuk-tag--red").count()).isZero();
    }
  }

  /** Whoever takes too long over the form signs in anew and finds it as it was. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void theNationKeepsWhatItWroteOverSigningInAgain(String language) {
    try (var screen = Screen.in(language)) {
      screen.open(NATION, "/").press("button[value='national-administrator']");
      screen.open(NATION, "/switches/north-wales/notices.reminder");
      screen.type("#reason", "Heddlu anghywir / wrong force");
      clock.advance(Duration.ofMinutes(11));
      screen.press("main form button").look("nation-again");
      screen.press("main a.govuk-button").press("button[value='national-administrator']");
      assertThat(screen.look("nation-kept").page().inputValue("#reason")).contains("wrong force");
      screen.press("main form button");
      assertThat(screen.page().locator(".govuk-tag--red").count()).isOne();
      screen.open(NATION, "/switches/north-wales/notices.reminder").look("nation-change");
      screen.type("#reason", "Wedi’i drwsio / put right").press("main form button");
      assertThat(screen.page().locator(".govuk-tag--red").count()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void whatStandsForTooLongIsRed(String language) {
    try (var screen = Screen.in(language)) {
      screen.open(DESK, "/").press("button[value='force-administrator']");
      screen.open(DESK, "/desk/delivery/notices.text");
      screen.type("#reason", "Anfonwyd dwywaith / sent twice").press("main form button");
    }
    clock.advance(Duration.ofHours(5));
    try (var desk = Screen.in(language);
        var nation = Screen.in(language)) {
      nation.open(NATION, "/").press("button[value='national-administrator']");
      assertThat(nation.look("nation-overdue").page().locator(".delivery-late").count()).isOne();
      nation.press("main a[href='/switches']").look("nation-switches-overdue");
      desk.open(DESK, "/").press("button[value='force-administrator']");
      desk.open(DESK, "/desk/delivery");
      assertThat(desk.look("delivery-overdue").page().locator(".delivery-late").count()).isOne();
      desk.press("main a[href='/desk/delivery/notices.text']").look("delivery-change");
      desk.type("#reason", "Wedi’i drwsio / put right").press("main form button");
      assertThat(desk.page().locator(".delivery-late").count()).isZero();
    }
  }
}
