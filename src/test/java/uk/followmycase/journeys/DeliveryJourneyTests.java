package uk.followmycase.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
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
}
