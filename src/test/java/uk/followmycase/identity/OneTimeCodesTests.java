package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.delivery.DemoOutbox.Item;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeTimes;
import uk.followmycase.delivery.SafeTimes.Window;
import uk.followmycase.identity.OneTimeCodes.Sent;
import uk.followmycase.identity.OneTimeCodes.Tried;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Post;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/** Codes from making to dying, over the real outbox. */
@IdentityTest
class OneTimeCodesTests {

  @Autowired OneTimeCodes codes;
  @Autowired Forces forces;
  @Autowired TransactionTemplate transactions;
  @Autowired MovableClock clock;
  @Autowired DemoOutbox outbox;
  @Autowired JdbcClient jdbc;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final UUID about = UUID.randomUUID();
  private final Contact to = SomeProof.phone();
  private Post post;
  private Force force;

  @BeforeEach
  void atNoon() {
    clock.advanceToNoon();
    post = new Post(outbox);
    force = forces.all().getFirst();
  }

  @Test
  void aCodeArrivesAndOpensOnce() {
    var code = sent();
    assertThat(attempt(code)).isEqualTo(Tried.RIGHT);
    assertThat(attempt(code)).isEqualTo(Tried.DEAD);
  }

  @Test
  void itsWordsSayNothingElse() {
    send(about, to, "en");
    assertThat(message(to).body())
        .matches(
            "Your code is \\d{4} \\d{4}\\. It works for 10 minutes\\. Keep it to yourself\\."
                + " We will never ask you for it\\.")
        .hasSizeLessThanOrEqualTo(160);
    var address = SomeProof.email();
    send(about, address, "cy");
    var letter = message(address);
    assertThat(letter.subject()).isEqualTo("Eich cod");
    assertThat(letter.body()).startsWith("Eich cod yw ").hasSizeLessThanOrEqualTo(160);
    assertThat(letter.body().codePoints()).allMatch(character -> character < 128);
  }

  @Test
  void peopleMayKeepTheSpaces() {
    var code = sent();
    assertThat(attempt(" " + code.substring(0, 4) + " - " + code.substring(4) + " "))
        .isEqualTo(Tried.RIGHT);
  }

  @Test
  void fiveWrongTriesKillTheCodeAndNotWhatItProtects() {
    var code = sent();
    for (var i = 0; i < 4; i++) {
      assertThat(attempt(wrong(code))).isEqualTo(Tried.WRONG);
    }
    assertThat(attempt(wrong(code))).isEqualTo(Tried.DEAD);
    assertThat(attempt(code)).isEqualTo(Tried.DEAD);
    clock.advance(Duration.ofMinutes(1));
    assertThat(attempt(sent())).isEqualTo(Tried.RIGHT);
  }

  @Test
  void itDiesAfterTenMinutes() {
    var code = sent();
    clock.advance(Duration.ofMinutes(10));
    assertThat(attempt(code)).isEqualTo(Tried.DEAD);
    var next = sent();
    clock.advance(Duration.ofMinutes(9));
    assertThat(attempt(next)).isEqualTo(Tried.RIGHT);
  }

  @Test
  void aFreshCodeKillsTheOlderOne() {
    var older = sent();
    clock.advance(Duration.ofMinutes(1));
    var fresh = sent();
    assertThat(attempt(older)).isEqualTo(Tried.WRONG);
    assertThat(attempt(fresh)).isEqualTo(Tried.RIGHT);
  }

  @Test
  void waitsGrowAndFiveADayAreEnough() {
    for (var wait : List.of(30, 60, 180, 600)) {
      assertThat(send(about, to, "en")).isEqualTo(new Sent.OnItsWay());
      assertThat(send(about, to, "en"))
          .isInstanceOfSatisfying(
              Sent.Wait.class,
              left ->
                  assertThat(left.remaining())
                      .isBetween(Duration.ofSeconds(wait - 10), Duration.ofSeconds(wait)));
      clock.advance(Duration.ofSeconds(wait));
    }
    assertThat(send(about, to, "en")).isEqualTo(new Sent.OnItsWay());
    clock.advance(Duration.ofHours(1));
    assertThat(send(about, to, "en")).isEqualTo(new Sent.Tomorrow());
    assertThat(send(UUID.randomUUID(), to, "en")).isEqualTo(new Sent.OnItsWay());
    clock.advanceToNoon();
    assertThat(send(about, to, "en")).isEqualTo(new Sent.OnItsWay());
  }

  @Test
  void nothingLeavesInQuietHours() {
    clock.advance(Duration.ofHours(14));
    assertThat(send(about, to, "en"))
        .isInstanceOfSatisfying(
            Sent.QuietHours.class, quiet -> assertThat(quiet.until()).isAfter(clock.instant()));
    clock.advanceToNoon();
    assertThat(sent()).hasSize(8);
    assertThat(post.count(to)).isOne();
  }

  /** Else a provider that is slow would have it ring after the last safe minute. */
  @Test
  void whatHasNotLeftWhenSafeHoursEndNeverLeaves() {
    var end = LocalTime.of(12, 5);
    var lunch =
        new SafeTimes(
            LONDON, List.of(new Window(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.NOON, end)));
    assertThat(send(about, to, "en", Set.of(lunch))).isEqualTo(new Sent.OnItsWay());
    var today = LocalDate.ofInstant(clock.instant(), LONDON);
    assertThat(expiry()).isEqualTo(today.atTime(end).atZone(LONDON).toInstant());
    assertThat(attempt(post.code(to))).isEqualTo(Tried.RIGHT);
    clock.advance(Duration.ofMinutes(6));
    assertThat(send(about, to, "en", Set.of(lunch)))
        .isEqualTo(new Sent.QuietHours(today.plusDays(1).atTime(12, 0).atZone(LONDON).toInstant()));
    sent();
    assertThat(expiry())
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(9)),
            clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void itOpensWhatItWasMadeForOnly() {
    var code = sent();
    assertThat(inForce(() -> codes.attempt(UUID.randomUUID(), to, code))).isEqualTo(Tried.DEAD);
    assertThat(inForce(() -> codes.attempt(about, SomeProof.phone(), code))).isEqualTo(Tried.DEAD);
    assertThat(attempt(code)).isEqualTo(Tried.RIGHT);
  }

  @Test
  void itCanBeKilledWithAllItsKin() {
    var code = sent();
    inForce(
        () -> {
          codes.kill(List.of(about, UUID.randomUUID()));
          return true;
        });
    assertThat(attempt(code)).isEqualTo(Tried.DEAD);
  }

  @Test
  void aHundredTriesAtOnceOpenOnce() throws InterruptedException {
    var code = sent();
    assertThat(atOnce(100, () -> attempt(code)))
        .hasSize(100)
        .containsOnlyOnce(Tried.RIGHT)
        .doesNotContain(Tried.WRONG);
  }

  @Test
  void wrongTriesAtOnceAreStillFive() throws InterruptedException {
    var code = sent();
    assertThat(atOnce(40, () -> attempt(wrong(code)))).filteredOn(Tried.WRONG::equals).hasSize(4);
    assertThat(attempt(code)).isEqualTo(Tried.DEAD);
  }

  private static List<Tried> atOnce(int times, Callable<Tried> attempt)
      throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      return threads.invokeAll(IntStream.range(0, times).mapToObj(i -> attempt).toList()).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private String sent() {
    assertThat(send(about, to, "en")).isEqualTo(new Sent.OnItsWay());
    return post.code(to);
  }

  private Item message(Contact contact) {
    assertThat(post.code(contact)).hasSize(8);
    return outbox.latest(100).stream()
        .filter(item -> item.to().equals(contact.value()))
        .findFirst()
        .orElseThrow();
  }

  private Sent send(UUID what, Contact contact, String language) {
    return send(what, contact, language, Set.of());
  }

  private Sent send(UUID what, Contact contact, String language, Set<SafeTimes> times) {
    var plan =
        new Plan(
            Plan.NONE.channels(), times, false, false, Voicemail.NOT_ASKED, false, false, null);
    return inForce(() -> codes.send(what, contact, language, plan));
  }

  /** Until when the last code may leave. */
  private Instant expiry() {
    return inForce(
        () ->
            jdbc.sql(
                    "select expires_at from police.notice where kind = 'CODE' order by id desc limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single());
  }

  private Tried attempt(String code) {
    return inForce(() -> codes.attempt(about, to, code));
  }

  private static String wrong(String code) {
    return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
  }

  private <T> T inForce(Supplier<T> work) {
    return ForceBinding.call(force.id(), () -> transactions.execute(status -> work.get()));
  }
}
