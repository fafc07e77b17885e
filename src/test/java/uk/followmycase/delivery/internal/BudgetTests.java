package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.Notices.Kind;

/** A force sends no more than it has set itself, codes first, and nothing is lost or parked. */
@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class BudgetTests extends ForcesOnAmazon {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() {
    post.clear();
  }

  private int sent() {
    return post.look(
        "select count(*) from police.delivery_attempt where outcome = 'ACCEPTED'", Integer.class);
  }

  @Test
  void aSecondHasItsLimitForAllWorkersTogether() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "hello", 40));
    crew.hand().work();
    crew.hand().work();
    assertThat(sent()).isEqualTo(PER_SECOND);
    assertThat(post.list("select distinct held from police.notice where ended_at is null"))
        .containsExactly("LIMIT");
    clock.forward(Duration.ofSeconds(1));
    crew.hand().work();
    assertThat(sent()).isEqualTo(40);
  }

  @Test
  void anotherForceIsNotKeptWaiting() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "many", 45));
    post.queue(post.two(), post.notices(Kind.INVITATION, "few", 5));
    crew.hand().work();
    assertThat(sent()).isEqualTo(PER_SECOND + 5);
  }

  @Test
  void whatSomebodyWaitsForGoesFirst() {
    post.queue(post.one(), post.notices(Kind.INVITATION, "hello", 40));
    var code = post.queued(post.one(), Kind.CODE, "code");
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("HANDED_OVER");
    assertThat(sent()).isEqualTo(PER_SECOND);
  }

  /** Whoever reads many cases would use up the day of all others. */
  @Test
  void whatAnotherNoticeTellsOfUsesNothingUp() {
    var news = Map.of("to", Post.PHONE, "text", "news", "reader", UUID.randomUUID().toString());
    post.queue(
        post.one(), IntStream.range(0, 9).mapToObj(it -> post.notice(Kind.UPDATE, news)).toList());
    for (var look = 0; look < 3; look++) {
      crew.hand().work();
      clock.forward(OneTelling.PAUSE);
    }
    assertThat(sent()).isOne();
    assertThat(post.list("select state from police.notice where state = 'TOLD'")).hasSize(8);
    assertThat(post.list("select used::text from police.delivery_budget")).containsExactly("1");
  }

  @Test
  void aDaysBudgetKeepsATenthForCodesAndTheRestWaitsForTomorrow(CapturedOutput output) {
    post.queue(post.one(), post.notices(Kind.INVITATION, "hello", 60));
    for (var second = 0; second < 10; second++) {
      crew.hand().work();
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(sent()).isEqualTo(45);
    var code = post.queued(post.one(), Kind.CODE, "code");
    crew.hand().work();
    assertThat(post.state(code)).isEqualTo("HANDED_OVER");
    assertThat(output.getAll().split("The budget of the day is used up", -1)).hasSize(2);
    assertThat(post.list("select tries::text from plumbing.outbox_head")).containsOnly("0");
    assertThat(
            post.list(
                """
                select distinct (due_at at time zone 'Europe/London')::time::text
                from plumbing.outbox_head
                """))
        .containsExactly("00:00:00");
    assertThat(
            post.list(
                """
                select distinct held || ' ' || (held_until at time zone 'Europe/London')::time
                from police.notice where ended_at is null
                """))
        .containsExactly("LIMIT 00:00:00");
  }
}
