package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.tenancy.keys.Handle;

/** All that holds of a claim holds while something else is switched off. */
class ClaimPastASwitchTests extends ClaimTests {

  private static final int BACKLOG = 20_000;
  private static final int A_FEW = 200;

  @Autowired Switches switches;
  @Autowired Brakes brakes;
  @Autowired StandingClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void somethingElseIsOff() {
    off(Switch.REMINDER);
    brakes.look();
    assertThat(brakes.partly()).isTrue();
  }

  @Test
  void aBacklogThatIsSwitchedOffIsNotRead() {
    backlog(Kind.REMINDER, Channel.TEXT);
    assertReadsAFew();
  }

  @Test
  void aBacklogByAWayThatIsSwitchedOffIsNotRead() {
    off(Switch.EMAIL);
    backlog(Kind.INVITATION, Channel.EMAIL);
    assertReadsAFew();
  }

  @Test
  void aBacklogOfATemplateThatIsSwitchedOffIsNotRead() {
    off(Switch.UPDATE_EMAIL);
    backlog(Kind.UPDATE, Channel.EMAIL);
    assertReadsAFew();
  }

  private void assertReadsAFew() {
    post.queue(post.one(), post.notices(Kind.UPDATE, "free", 10));
    post.queue(post.two(), post.notices(Kind.REMINDER, "off here", 10));
    var hand = crew.hand();
    hand.number();
    var read =
        post.in(
            post.one(),
            () -> {
              var before = read();
              assertThat(hand.claim(50)).hasSize(10);
              return read() - before;
            });
    assertThat(read).isLessThan(A_FEW);
  }

  @Test
  void theOldestOfAllTemplatesGoesFirst() {
    var first = later(Kind.UPDATE, Channel.TEXT);
    var second = later(Kind.INVITATION, Channel.EMAIL);
    var third = later(Kind.INVITATION, Channel.TEXT);
    var hand = crew.hand();
    assertThat(List.of(one(hand), one(hand), one(hand))).containsExactly(first, second, third);
  }

  private String later(Kind kind, Channel channel) {
    clock.forward(Duration.ofSeconds(1));
    var notice = post.notice(kind, channel, Map.of("to", Post.PHONE, "text", "hello"));
    post.queue(post.one(), List.of(notice));
    return notice.id().toString();
  }

  private static String one(Crew.Hand hand) {
    return hand.claim(1).getFirst().notice().toString();
  }

  private void off(Switch what) {
    Stream.of(post.one(), post.two()).forEach(force -> off(force, what));
  }

  private void off(ForceId force, Switch what) {
    var turn = new Turn(what, true, Handle.rowId(), "Jo Bright", "They say too much", Turn.SOON);
    post.in(force, () -> switches.turn(turn, false));
  }

  private void backlog(Kind kind, Channel channel) {
    post.asSuperuser(
        """
        insert into plumbing.outbox_head (force_id, notice_id, class, channel, kind, due_at)
        select %d, gen_random_uuid(), %d, %d, %d, now() - interval '1 day'
        from generate_series(1, %d)
        """
            .formatted(
                post.one().value(),
                Urgency.BULK.ordinal(),
                channel.ordinal(),
                kind.ordinal(),
                BACKLOG));
    post.asSuperuser("analyze plumbing.outbox_head");
  }

  /** How many heads this transaction has looked at. */
  private long read() {
    return jdbc.sql(
            "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'outbox_head'")
        .query(Long.class)
        .single();
  }
}
