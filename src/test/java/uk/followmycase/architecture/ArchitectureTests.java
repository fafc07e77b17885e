package uk.followmycase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Each rule holds for the product, and bites on a sample that breaks it. */
class ArchitectureTests {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(RoomRules.BASE, "followmycase.platform");

  @Test
  void hiddenRoomsShowNothing() {
    RoomRules.HIDDEN_ROOMS_SHOW_NOTHING.check(PRODUCT);
    assertThat(
            Samples.broken(
                RoomRules.HIDDEN_ROOMS_SHOW_NOTHING,
                "package uk.followmycase.cases.internal; public class CaseRows {}",
                "package uk.followmycase.cases.intake; public record Line(int number) {}",
                "package uk.followmycase.cases.internal.pages; public interface Rows {}",
                "package uk.followmycase.cases; public class Cases {}",
                "package uk.followmycase.cases.events; public record CaseClosed(int id) {}",
                "package uk.followmycase.cases.intake; class Quiet { public void work() {} }"))
        .hasSize(3)
        .anyMatch(text -> text.contains("CaseRows"))
        .anyMatch(text -> text.contains("intake.Line"))
        .anyMatch(text -> text.contains("pages.Rows"));
  }

  @Test
  void sitesKeepApart() {
    RoomRules.SITES_KEEP_APART.allowEmptyShould(true).check(PRODUCT);
    assertThat(
            Samples.broken(
                RoomRules.SITES_KEEP_APART,
                "package uk.followmycase.web.officer.desk; public class Desk {}",
                "package uk.followmycase.web.frame; public class Frame {}",
                """
                package uk.followmycase.web.victim.cases;
                class CasesPage { uk.followmycase.web.officer.desk.Desk desk; uk.followmycase.web.frame.Frame frame; }
                """))
        .singleElement()
        .asString()
        .contains("site victim", "site officer");
  }

  @Test
  void pagesOfADeskSayWhatTheyAreFor() {
    DeskRules.PAGES_SAY_WHAT_THEY_ARE_FOR.check(PRODUCT);
    assertThat(
            Samples.broken(
                DeskRules.PAGES_SAY_WHAT_THEY_ARE_FOR,
                """
                package uk.followmycase.web.officer.worklist;
                import org.springframework.web.bind.annotation.*;
                import uk.followmycase.cases.desk.*;
                class WorkPages {
                  @GetMapping("/") @For(Act.SEE_WORK) String fine() { return ""; }
                  @GetMapping("/one") String one() { return ""; }
                  @RequestMapping("/two") String two() { return ""; }
                  String noPage() { return ""; }
                }
                """))
        .hasSize(2);
  }

  @Test
  void awsStaysInDelivery() {
    RoomRules.AWS_STAYS_IN_DELIVERY.check(PRODUCT);
    assertThat(
            Samples.broken(
                RoomRules.AWS_STAYS_IN_DELIVERY,
                "package software.amazon.awssdk.services.sns; public class SnsClient {}",
                "package uk.followmycase.identity; class Texts { software.amazon.awssdk.services.sns.SnsClient sns; }",
                "package uk.followmycase.delivery.internal; class Sns { software.amazon.awssdk.services.sns.SnsClient sns; }"))
        .singleElement()
        .asString()
        .contains("identity.Texts");
  }

  @Test
  void eventsNameTheirForce() {
    EventRules.EVENTS_NAME_THEIR_FORCE.check(PRODUCT);
    assertThat(
            Samples.broken(
                EventRules.EVENTS_NAME_THEIR_FORCE,
                "package uk.followmycase.cases.events; public record CaseClosed(java.util.UUID id) {}",
                "package uk.followmycase.cases.events; public class CaseOpened {}"))
        .hasSize(3);
  }

  @Test
  void eventsHoldNoWords() {
    EventRules.EVENTS_HOLD_NO_WORDS.check(PRODUCT);
    assertThat(
            Samples.broken(
                EventRules.EVENTS_HOLD_NO_WORDS,
                """
                package uk.followmycase.cases.events;
                public record CaseClosed(uk.followmycase.tenancy.ForceId force, java.util.List<String> names,
                    Person by, Note note, java.time.Instant at, int count) {
                  public record Person(java.util.UUID id, String name) {}
                }
                """,
                "package uk.followmycase.cases.events; public record Note(Object anything) {}"))
        .hasSize(3)
        .anyMatch(text -> text.contains("CaseClosed.names"))
        .anyMatch(text -> text.contains("Person.name"))
        .anyMatch(text -> text.contains("Note.anything"));
  }

  @Test
  void listenersTakeOneEventOfAForce() {
    EventRules.LISTENERS_TAKE_ONE_EVENT_OF_A_FORCE.check(PRODUCT);
    assertThat(
            Samples.broken(
                EventRules.LISTENERS_TAKE_ONE_EVENT_OF_A_FORCE,
                """
                package uk.followmycase.invitations.internal;
                import org.springframework.context.event.EventListener;
                import org.springframework.transaction.event.TransactionalEventListener;
                class Listeners {
                  @EventListener void any(Object event) {}
                  @EventListener(String.class) void none() {}
                  @TransactionalEventListener void after(String event) {}
                  @EventListener void started(org.springframework.context.event.ContextRefreshedEvent event) {}
                  @EventListener void revised(uk.followmycase.tenancy.events.ForceRevised event) {}
                }
                """))
        .hasSize(3);
  }

  @Test
  void timeComesFromTheClock() {
    ValueRules.TIME_COMES_FROM_THE_CLOCK.check(PRODUCT);
    assertThat(
            Samples.broken(
                ValueRules.TIME_COMES_FROM_THE_CLOCK,
                """
                package uk.followmycase.cases;
                import java.time.*;
                class Times {
                  Object a = Instant.now();
                  Object b = LocalDate.now(ZoneId.of("Europe/London"));
                  Object c = System.currentTimeMillis();
                  Object d = new java.util.Date();
                  Object e = Clock.systemUTC();
                  java.util.function.Supplier<Object> f = ZonedDateTime::now;
                  Object fine(Clock clock) { return Instant.now(clock).plusNanos(new java.util.Date(5).getTime()); }
                }
                """))
        .hasSize(6);
  }

  @Test
  void secretsCompareInConstantTime() {
    ValueRules.SECRETS_COMPARE_IN_CONSTANT_TIME.check(PRODUCT);
    assertThat(
            Samples.broken(
                ValueRules.SECRETS_COMPARE_IN_CONSTANT_TIME,
                """
                package uk.followmycase.identity;
                class Codes { boolean same(byte[] one, byte[] two) { return java.util.Arrays.equals(one, two); } }
                """))
        .hasSize(1);
  }
}
