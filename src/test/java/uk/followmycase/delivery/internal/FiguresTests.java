package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Outgoing;
import uk.followmycase.delivery.Outgoing.Back;
import uk.followmycase.delivery.Outgoing.Line;
import uk.followmycase.delivery.Outgoing.Today;
import uk.followmycase.support.StatementCount;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.tenancy.keys.Handle;

/** What meters, health and the force's page say of notices. */
@DeliveryTest
class FiguresTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired Outgoing outgoing;
  @Autowired Switches switches;
  @Autowired Forces forces;
  @Autowired MeterRegistry meters;
  @Autowired StatementCount statements;
  @Autowired HealthIndicator noticesHealthIndicator;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
    clock.forward(Duration.ofSeconds(10));
  }

  @Test
  void whereNothingIsEveryLineStandsAndAllIsWell() {
    assertThat(lines()).hasSize(Channel.values().length * Kind.values().length);
    assertThat(lines()).allMatch(line -> line.waiting() == 0 && !line.late());
    assertThat(health()).isEqualTo(Status.UP);
  }

  /** Neither health nor a scrape hangs with it. */
  @Test
  void whereTheDatabaseDoesNotAnswerHealthIsRedAtOnce() throws Exception {
    try (var other = post.connection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table plumbing.outbox_head in access exclusive mode");
      var begun = System.nanoTime();
      assertThat(health()).isEqualTo(Status.DOWN);
      assertThat(health()).isEqualTo(Status.DOWN);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      other.rollback();
    }
    clock.forward(Duration.ofMinutes(1));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> health().equals(Status.UP));
  }

  @Test
  void whatCouldHaveLeftForTooLongIsLateAndRed() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    clock.forward(Duration.ofMinutes(5));
    assertThat(health()).isEqualTo(Status.UP);
    assertThat(line(Kind.INVITATION).late()).isFalse();
    clock.forward(Duration.ofSeconds(6));
    assertThat(health()).isEqualTo(Status.DOWN);
    assertThat(line(Kind.INVITATION).late()).isTrue();
    assertThat(gauge("oldest")).isEqualTo(306);
    assertThat(said()).contains(slug() + " TEXT INVITATION for 306 s").doesNotContain(Post.PHONE);
    crew.hand().work();
    clock.forward(Duration.ofSeconds(6));
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void aCodeIsLateSooner() {
    post.queued(post.one(), Kind.CODE, "hello");
    clock.forward(Duration.ofSeconds(66));
    assertThat(health()).isEqualTo(Status.DOWN);
  }

  /** A failing provider puts a notice off again and again: that makes it no younger. */
  @Test
  void whatIsTriedInVainIsLate() {
    provider.answers(new Handover.Postponed("unavailable", Duration.ZERO));
    post.queued(post.one(), Kind.INVITATION, "hello");
    crew.hand().work();
    clock.forward(Duration.ofMinutes(4));
    crew.hand().work();
    clock.forward(Duration.ofSeconds(66));
    assertThat(health()).isEqualTo(Status.DOWN);
  }

  @Test
  void whatIsSwitchedOffIsShownAndNoIllness() {
    texts(true);
    post.queued(post.one(), Kind.INVITATION, "hello");
    clock.forward(Duration.ofHours(3));
    assertThat(health()).isEqualTo(Status.UP);
    assertThat(said()).contains("notices.text of " + slug());
    assertThat(line(Kind.INVITATION).held()).containsExactly(new Back(Held.SWITCHED_OFF, 1, null));
    assertThat(held(Held.SWITCHED_OFF)).isEqualTo(1);
  }

  /** Whoever lets go of what stood for hours sees no alarm for what leaves only now. */
  @Test
  void whatWasLetGoIsLateFromThenOn() {
    texts(true);
    post.queued(post.one(), Kind.INVITATION, "hello");
    clock.forward(Duration.ofHours(3));
    texts(false);
    clock.forward(Duration.ofMinutes(4));
    assertThat(health()).isEqualTo(Status.UP);
    assertThat(line(Kind.INVITATION).late()).isFalse();
    assertThat(gauge("oldest")).isEqualTo(240);
    clock.forward(Duration.ofSeconds(66));
    assertThat(health()).isEqualTo(Status.DOWN);
  }

  private void texts(boolean off) {
    var by = Handle.rowId();
    var turn = new Turn(Switch.TEXT, off, by, "Jo Bright", "They arrive twice", Turn.SOON);
    assertThat(post.in(post.one(), () -> switches.turn(turn, false))).isTrue();
  }

  @Test
  void whatTheQuietHoursHoldIsNotLate() {
    clock.at("23:30");
    post.queued(post.one(), Kind.INVITATION, "hello");
    clock.forward(Duration.ofHours(6));
    assertThat(health()).isEqualTo(Status.UP);
    var line = line(Kind.INVITATION);
    assertThat(line.oldest()).isNull();
    assertThat(line.held()).singleElement().matches(it -> it.why() == Held.QUIET_HOURS);
    assertThat(line.held().getFirst().until()).isAfter(clock.instant());
    assertThat(held(Held.QUIET_HOURS)).isEqualTo(1);
  }

  @Test
  void theDayIsCounted() {
    post.queued(post.one(), Kind.INVITATION, "sent");
    crew.hand().work();
    post.queue(post.one(), List.of(post.notice(Kind.INVITATION, Map.of("drop", "it"))));
    crew.hand().work();
    provider.answers(new Handover.Refused("rejected"));
    post.queued(post.one(), Kind.INVITATION, "failed");
    crew.hand().work();
    assertThat(line(Kind.INVITATION).today()).isEqualTo(new Today(1, 0, 1, 0, 0));
    assertThat(post.in(post.two(), outgoing::lines))
        .allMatch(line -> line.today().equals(new Today(0, 0, 0, 0, 0)));
    clock.forward(Duration.ofDays(1));
    assertThat(line(Kind.INVITATION).today()).isEqualTo(new Today(0, 0, 0, 0, 0));
  }

  @Test
  void allGaugesTogetherLookOnce() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    clock.forward(Duration.ofSeconds(6));
    assertThat(statements.of(() -> assertThat(gauge("waiting")).isEqualTo(1)))
        .as("queue and switches")
        .isEqualTo(2);
    assertThat(statements.of(this::readAll)).as("at once").isZero();
    clock.forward(Duration.ofSeconds(5));
    assertThat(statements.of(this::readAll)).as("later").isEqualTo(2);
  }

  private void readAll() {
    for (var name : List.of("waiting", "oldest", "held")) {
      assertThat(meters.get("followmycase.delivery." + name).gauges())
          .hasSizeGreaterThan(20)
          .allMatch(gauge -> gauge.value() >= 0);
    }
  }

  private List<Line> lines() {
    return post.in(post.one(), outgoing::lines);
  }

  private Line line(Kind kind) {
    return lines().stream()
        .filter(line -> line.channel() == Channel.TEXT && line.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private Status health() {
    return Objects.requireNonNull(noticesHealthIndicator.health()).getStatus();
  }

  private String said() {
    return String.valueOf(Objects.requireNonNull(noticesHealthIndicator.health()).getDetails());
  }

  private double gauge(String name) {
    return meters
        .get("followmycase.delivery." + name)
        .tags("force", slug(), "channel", "TEXT", "kind", "INVITATION", "class", "never-lost")
        .gauge()
        .value();
  }

  private double held(Held why) {
    return meters
        .get("followmycase.delivery.held")
        .tags("force", slug(), "channel", "TEXT", "kind", "INVITATION", "why", why.name())
        .gauge()
        .value();
  }

  private String slug() {
    return forces.of(post.one()).slug();
  }
}
