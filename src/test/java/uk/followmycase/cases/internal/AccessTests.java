package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Stage;

/** Who sees a case, and what shuts them out. */
@SpringBootTest
class AccessTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

  @Autowired CaseFiles files;
  @Autowired CasePages pages;
  @Autowired Grants grants;
  @Autowired Forces forces;

  private final AccountId account = new AccountId(UUID.randomUUID());
  private String reference;
  private String phone;
  private String email;
  private Force force;

  @BeforeEach
  void aCaseOfItsOwn() {
    var number = NUMBERS.incrementAndGet();
    reference = "4326%07d".formatted(number);
    phone = "07700 90" + number;
    email = number + "@example.com";
    force = forces.bySlug("thames-valley").orElseThrow();
  }

  @Test
  void aPersonWhoIsLetInSeesThePage() {
    ForceBinding.run(
        force.id(),
        () -> {
          tell(1, List.of(Reports.victim("P1", phone, email)), List.of(), "u1", "u2");
          assertThat(grants.open(person(), account)).isTrue();
          assertThat(grants.open(person(), account)).as("again").isTrue();
          assertThat(grants.open(person(), new AccountId(UUID.randomUUID()))).isFalse();
          assertThat(grants.holder(person())).contains(account);
          assertThat(grants.forcesOf(account)).containsExactly(force.id());
          var line = pages.list(account).getFirst();
          assertThat(line.reference()).isEqualTo(reference);
          var page = pages.show(account, line.handle()).orElseThrow();
          assertThat(page.told().report()).isEqualTo("report of version 1");
          assertThat(page.timeline())
              .extracting(CasePages.Entry::text)
              .containsExactly("text of u2", "text of u1");
          assertThat(page.feedSilent()).isFalse();
          assertThat(pages.show(new AccountId(UUID.randomUUID()), line.handle())).isEmpty();
          var reachable = Objects.requireNonNull(grants.reachable(List.of(person())).get(person()));
          assertThat(reachable.contacts()).hasSize(2);
          assertThat(reachable.wish()).isEqualTo("cy");
        });
  }

  @Test
  void dangerSuspendsAndItsEndLetsInAgain() {
    ForceBinding.run(
        force.id(),
        () -> {
          tell(1, List.of(Reports.victim("P1", phone, email)), List.of());
          grants.open(person(), account);
          tell(2, List.of(Reports.victim("P1", phone, email)), List.of(Reports.suspect(phone)));
          assertSuspended(true);
          tell(3, List.of(Reports.victim("P1", phone, email)), List.of());
          assertSuspended(false);
          var unsafe = List.of(Reports.point(phone, false), Reports.point(email, true));
          tell(4, List.of(Reports.person("P1", unsafe)), List.of());
          assertSuspended(true);
          tell(5, List.of(Reports.victim("P1", email)), List.of());
          assertSuspended(false);
          tell(6, List.of(), List.of());
          assertSuspended(true);
        });
  }

  @Test
  void aClosedCaseAndAnOffenceLeftOutShutNobodyOut() {
    ForceBinding.run(
        force.id(),
        () -> {
          tell(1, List.of(Reports.victim("P1", phone, email)), List.of());
          grants.open(person(), account);
          files.receive(
              "records",
              List.of(
                  Reports.at(
                      reference,
                      Reports.version(2, List.of(Reports.victim("P1")), List.of(), Stage.CLOSED))));
          assertSuspended(false);
        });
  }

  @Test
  void anotherForceSeesNothing() {
    ForceBinding.run(
        force.id(),
        () -> {
          tell(1, List.of(Reports.victim("P1", phone, email)), List.of());
          grants.open(person(), account);
        });
    var line = ForceBinding.call(force.id(), () -> pages.list(account).getFirst());
    ForceBinding.run(
        forces.bySlug("humberside").orElseThrow().id(),
        () -> {
          assertThat(pages.list(account)).isEmpty();
          assertThat(pages.show(account, line.handle())).isEmpty();
        });
  }

  private void assertSuspended(boolean suspended) {
    var line = pages.list(account).getFirst();
    assertThat(line.suspended()).isEqualTo(suspended);
    assertThat(pages.show(account, line.handle()).isEmpty()).isEqualTo(suspended);
  }

  private PersonId person() {
    return grants.personBySource(reference, "P1").orElseThrow();
  }

  private void tell(long version, List<Person> people, List<Mark> others, String... updates) {
    Report told =
        Reports.at(
            reference, Reports.version(version, people, others, Stage.INVESTIGATING, updates));
    files.receive("records", List.of(told));
  }
}
