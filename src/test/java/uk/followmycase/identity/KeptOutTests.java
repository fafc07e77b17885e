package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.identity.StaffTest.OWN;
import static uk.followmycase.identity.StaffWay.officer;

import followmycase.platform.TestDatabase;
import followmycase.platform.TestDatabaseAutoConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.identity.StaffExclusions.Outcome;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/** Whoever a force keeps out is out at once, everywhere, whatever their provider says of them. */
@StaffTest
class KeptOutTests {

  private static final String WHY = "Left the force an hour ago.";

  @LocalServerPort int port;
  @Autowired Forces forces;
  @Autowired StaffExclusions exclusions;
  @Autowired StaffOnDuty onDuty;
  @Autowired MachineOfficers machines;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;
  @Autowired TestDatabaseAutoConfiguration.Name database;

  private ForceId force;
  private StaffWay way;
  private Map<String, Object> officer;
  private String collar;
  private StaffId who;

  @BeforeEach
  void signIn() {
    force = forces.bySlug("thames-valley").orElseThrow().id();
    way = StaffWay.to("thames-valley.localhost", port);
    var subject = UUID.randomUUID().toString();
    collar = "PC92" + (10_000 + Math.floorMod(subject.hashCode(), 90_000));
    officer = StaffWay.with(officer(subject, "tvp-officers"), "collar", collar);
    way.signIn(OWN, officer);
    who = ids().getFirst();
  }

  /** A row that was written past the product cannot be read, and others share this database. */
  @AfterEach
  void leaveNobodyOut() {
    elsewhere("delete from police.staff_exclusion where account = '%s'".formatted(who.value()));
  }

  @Test
  void whoIsKeptOutIsOutAndStaysOut() {
    assertThat(way.inside()).isTrue();
    assertThat(inForce(() -> exclusions.exclude(who, WHY, somebody()))).isEqualTo(Outcome.DONE);
    assertThat(way.inside()).isFalse();
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(403);
    assertThat(way.inside()).isFalse();
    assertThat(inForce(() -> exclusions.exclude(who, WHY, somebody()))).isEqualTo(Outcome.ALREADY);
    assertThat(inForce(() -> exclusions.readmit(who, somebody()))).isEqualTo(Outcome.DONE);
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(200);
    assertThat(trail(AuditAction.STAFF_EXCLUDED)).isEqualTo(1);
    assertThat(trail(AuditAction.STAFF_READMITTED)).isEqualTo(1);
  }

  /** Also one that signs in for the first time, as another provider writes the number. */
  @Test
  void whoIsKeptOutIsSoByEveryAccount() {
    var second = StaffWay.to("thames-valley.localhost", port);
    var twin = another();
    second.signIn(OWN, twin);
    var twinId = ids().stream().filter(id -> !id.equals(who)).findFirst().orElseThrow();
    inForce(() -> exclusions.exclude(who, WHY, somebody()));
    assertThat(second.inside()).isFalse();
    assertThat(second.signIn(OWN, twin).status()).isEqualTo(403);
    var third = StaffWay.to("thames-valley.localhost", port);
    assertThat(third.signIn(OWN, another()).status()).as("the first time").isEqualTo(403);
    assertThat(inForce(() -> exclusions.exclude(twinId, WHY, somebody())))
        .isEqualTo(Outcome.ALREADY);
    assertThat(inForce(() -> exclusions.of(twinId))).as("shown there too").isPresent();
    assertThat(inForce(() -> exclusions.readmit(twinId, somebody()))).isEqualTo(Outcome.DONE);
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(200);
    assertThat(second.signIn(OWN, twin).status()).isEqualTo(200);
  }

  @Test
  void nobodysOtherAccountIsTheSecondPerson() {
    assertThat(inForce(() -> exclusions.exclude(who, WHY, somebody(collar))))
        .as("oneself")
        .isEqualTo(Outcome.OWN);
    inForce(() -> exclusions.exclude(who, WHY, somebody("PC9402")));
    assertThat(inForce(() -> exclusions.readmit(who, somebody(" pc9402"))))
        .isEqualTo(Outcome.SAME_PERSON);
    assertThat(inForce(() -> exclusions.readmit(who, somebody(collar.toLowerCase(Locale.ROOT)))))
        .as("who is kept out")
        .isEqualTo(Outcome.SAME_PERSON);
    assertThat(way.signIn(OWN, officer).status()).isEqualTo(403);
    assertThat(inForce(() -> exclusions.readmit(who, somebody("PC9403")))).isEqualTo(Outcome.DONE);
  }

  private Map<String, Object> another() {
    return StaffWay.with(
        officer(UUID.randomUUID().toString(), "tvp-officers"),
        "collar",
        " " + collar.toLowerCase(Locale.ROOT));
  }

  private List<StaffId> ids() {
    return inForce(
        () ->
            onDuty.all().stream()
                .filter(one -> collar.equals(one.who().collarNumber()))
                .map(one -> one.who().id())
                .toList());
  }

  /** As another instance writes it, and as a sign-in leaves it that ran at that very moment. */
  @Test
  void noInstanceRemembersThatSomebodyWasIn() {
    assertThat(way.inside()).isTrue();
    elsewhere(
        "insert into police.staff_exclusion (force_id, account, excluded_at, excluded_by, sealed) values (%d, '%s', now(), '%s', '')"
            .formatted(force.value(), who.value(), UUID.randomUUID()));
    assertThat(way.inside()).isFalse();
    assertThat(here()).as("nor lists them").isFalse();
    var administrator = StaffWay.to("thames-valley.localhost", port);
    administrator.signIn(OWN, officer(UUID.randomUUID().toString(), "tvp-administrators"));
    assertThat(administrator.browser().get(administrator.desk(), "/desk/staff").body())
        .as("with the others, though the reason cannot be read")
        .contains(collar, "The reason cannot be read any more");
    var person = "/desk/staff/" + new Handle(who.value());
    assertThat(administrator.browser().get(administrator.desk(), person).body())
        .contains("The reason cannot be read any more", "let-in");
    elsewhere("delete from police.staff_exclusion where account = '%s'".formatted(who.value()));
    assertThat(way.inside()).isTrue();
  }

  @Test
  void aForcesOwnSystemDoesNotActInTheirName() {
    assertThat(inForce(() -> machines.acting("records", collar))).isPresent();
    inForce(() -> exclusions.exclude(who, WHY, somebody()));
    assertThat(inForce(() -> machines.acting("records", collar))).isEmpty();
  }

  @Test
  void theReasonIsSealedAndForTheForceAlone() {
    inForce(() -> exclusions.exclude(who, WHY, somebody()));
    assertThat(inForce(() -> exclusions.of(who)))
        .get()
        .extracting(StaffExclusions.Excluded::why)
        .isEqualTo(WHY);
    var other = forces.bySlug("humberside").orElseThrow().id();
    assertThat(
            ForceBinding.<Boolean, RuntimeException>call(other, () -> exclusions.of(who).isEmpty()))
        .isTrue();
    assertThat(
            ForceBinding.<Outcome, RuntimeException>call(
                other, () -> exclusions.exclude(who, WHY, somebody())))
        .isEqualTo(Outcome.NOT_THERE);
  }

  private void elsewhere(String sql) {
    TestDatabase.asSuperuser(database.value(), sql);
  }

  private int trail(AuditAction action) {
    return inForce(
        () ->
            transactions.execute(
                status ->
                    jdbc.sql(
                            "select count(*) from police.audit_entry where action = ? and detail = ?")
                        .params(List.of(action.name(), who.value().toString()))
                        .query(Integer.class)
                        .single()));
  }

  private boolean here() {
    return inForce(
        () -> {
          var among = onDuty.all().stream().filter(one -> one.who().id().equals(who)).findFirst();
          assertThat(onDuty.of(who)).as("asked for alone").isEqualTo(among);
          return among.isPresent();
        });
  }

  private StaffMember somebody() {
    return somebody(null);
  }

  private StaffMember somebody(@Nullable String number) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force,
        Set.of(StaffRole.FORCE_ADMINISTRATOR),
        number,
        Set.of(),
        "",
        clock.instant());
  }

  private <T> T inForce(Supplier<T> work) {
    return ForceBinding.<T, RuntimeException>call(force, work::get);
  }
}
