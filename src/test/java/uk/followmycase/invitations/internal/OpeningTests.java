package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.delivery.Channel;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.keys.Digests;

/** Links: who follows one learns nothing and uses nothing up. */
@InvitationTest
class OpeningTests {

  @Autowired Victims victims;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void aLinkShowsWhereTheCodeGoesAndNoMore() {
    var victim = victims.invited();
    var open = victim.follow(victim.link()).opened();
    assertThat(open.strict()).isFalse();
    assertThat(open.codeGoesTo()).isEqualTo(victim.contact(Channel.TEXT).masked());
    assertThat(open.language()).isEqualTo("en");
    assertThat(open.expiresAt()).isAfter(clock.instant().plus(Duration.ofDays(13)));
  }

  @Test
  void openingChangesNothing() {
    var victim = victims.invited();
    var link = victim.link();
    var before = row(victim);
    for (var times = 0; times < 50; times++) {
      assertThat(victim.open(link)).isPresent();
    }
    assertThat(row(victim)).isEqualTo(before);
  }

  /** What scanners of mail do, short of knowing the code. */
  static Stream<Consumer<Visit>> scanners() {
    return Stream.of(
        Visit::page,
        Visit::askForCode,
        visit -> visit.type(""),
        visit -> visit.type("00000000"),
        visit -> {
          visit.askForCode();
          for (var code = 0; code < 10; code++) {
            visit.type("%08d".formatted(code));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("scanners")
  void aScannerBurnsNothing(Consumer<Visit> scanner) {
    var victim = victims.invited();
    var link = victim.link();
    scanner.accept(victim.follow(link));
    clock.advance(Duration.ofHours(1));
    var human = victim.follow(link);
    assertThat(human.enter(human.proveWithSentCode())).isTrue();
    scanner.accept(human);
    assertThat(victim.latest().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void linksThatAreNoGoodLookAlike() {
    for (var link : List.of(unknown(), used(), cancelled(), expired(), resent(), foreign(), "")) {
      var victim = victims.invited();
      var mark = newestEntry(victim);
      assertThat(victim.open(link)).isEmpty();
      assertThat(entriesSince(victim, mark))
          .as("the trail of a link that is no good")
          .containsExactly(
              Map.of("action", "INVITATION_REFUSED", "detail", "link-no-good", "subjects", 0L));
    }
  }

  private static String unknown() {
    return Digests.token();
  }

  private String used() {
    var victim = victims.invited();
    var link = victim.link();
    var visit = victim.follow(link);
    assertThat(visit.enter(visit.proveWithSentCode())).isTrue();
    return link;
  }

  private String cancelled() {
    var victim = victims.invited();
    var link = victim.link();
    victim.closed().tell();
    return link;
  }

  private String expired() {
    var victim = victims.invited();
    var link = victim.link();
    clock.advance(Duration.ofDays(14));
    return link;
  }

  private String resent() {
    var victim = victims.invited();
    var link = victim.link();
    victim.in(() -> victims.desk.resend(victim.id(), Victims.RECORDS_SYSTEM));
    victim.link();
    return link;
  }

  private String foreign() {
    return victims.strictlyInvited().link();
  }

  @Test
  void nobodyElsesWordsOpenAnything() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    visit.askForCode();
    for (var guess :
        List.of(
            Victim.NAME,
            "01/02/1990",
            "1990-02-01",
            "OX1 1AA",
            victim.reference(),
            victim.contact(Channel.TEXT).value())) {
      assertThat(visit.type(guess)).isNotEqualTo(Tried.RIGHT);
    }
  }

  private String row(Victim victim) {
    var id = victim.latest().id();
    return victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql("select i::text from police.invitation i where id = ?")
                .param(id)
                .query(String.class)
                .single());
  }

  private UUID newestEntry(Victim victim) {
    return victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql("select id from police.audit_entry order by id desc limit 1")
                .query(UUID.class)
                .single());
  }

  private List<Map<String, @Nullable Object>> entriesSince(Victim victim, UUID mark) {
    return victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql(
                    """
                    select action, detail,
                      (select count(*) from police.audit_subject s where s.entry_id = e.id) as subjects
                    from police.audit_entry e where id > ?""")
                .param(mark)
                .query()
                .listOfRows());
  }
}
