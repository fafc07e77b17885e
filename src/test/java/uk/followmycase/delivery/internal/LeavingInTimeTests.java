package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;

/** What leaves at some hour, what waits for another, and what ends before one comes. */
@DeliveryTest
class LeavingInTimeTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  /** Somebody waits for it, and asked before the hour struck. */
  @Test
  void aCodeThatWasAskedForInTimeLeavesInQuietHours() {
    clock.at("23:30:00");
    var some = post.notice(Kind.CODE, "hello");
    var code =
        new Notice(
            some.id(),
            some.kind(),
            some.about(),
            null,
            some.channel(),
            some.dueAt(),
            some.expiresAt(),
            some.content());
    post.queue(post.one(), List.of(code));
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("HANDED_OVER");
  }

  /** Else nobody hears of it before the morning. */
  @Test
  void whatIsHeldBeyondItsTimeEndsInTime() {
    clock.at("23:30:00");
    var words = Map.of("to", Post.PHONE, "text", "hello");
    var late = post.notice(Kind.UPDATE, Channel.TEXT, words, Duration.ofMinutes(30));
    post.queue(post.one(), List.of(late));
    clock.forward(Duration.ofMinutes(31));
    crew.hand().work();
    assertThat(post.state(late)).isEqualTo("EXPIRED");
  }

  @Test
  void whatIsHeldAgainBeyondItsTimeEndsInTime() {
    var words = Map.of("to", Post.PHONE, "text", "hello");
    var late = post.notice(Kind.UPDATE, Channel.TEXT, words, Duration.ofHours(12));
    post.queue(post.one(), List.of(late));
    clock.at("23:30:00");
    crew.hand().work();
    assertThat(post.state(late)).isEqualTo("WAITING");
    clock.forward(Duration.ofMinutes(31));
    crew.hand().work();
    assertThat(post.state(late)).isEqualTo("EXPIRED");
  }

  @Test
  void whatIsTooLateIsNotSent() {
    var notice = post.queued(post.one(), Kind.CODE, "hello");
    clock.forward(Duration.ofDays(1));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("EXPIRED");
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.list("select detail from police.audit_entry where action = 'NOTICE_FAILED'"))
        .contains("code text expired");
  }

  @Test
  void nothingLeavesInQuietHours() {
    clock.at("23:30:00");
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("WAITING");
    assertThat(crew.hand().work()).isEmpty();
    clock.forward(Duration.ofHours(10));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
  }
}
