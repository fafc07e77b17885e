package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;

/** What becomes of a notice, whatever its writer and its provider do. */
@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class RoundTests {

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @Test
  void whatTheProviderTakesIsOverAndErased() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("hello");
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    assertThat(post.attempts(notice)).containsExactly("ACCEPTED");
    assertThat(post.heads()).isZero();
    assertThat(post.list("select 1 from police.notice where sealed is not null")).isEmpty();
    assertThat(post.list("select 1 from police.delivery_attempt where sealed is not null"))
        .isEmpty();
    assertThat(post.list("select reference from police.delivery_attempt"))
        .allMatch(reference -> reference.startsWith("taken-"));
  }

  /** Else nobody would know, after a crash, that somebody may have been told. */
  @Test
  void theAttemptStandsWrittenBeforeTheCallWhichKeepsNoConnection() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    var seen = new ConcurrentLinkedQueue<List<String>>();
    provider.answers(
        parcel -> {
          seen.add(post.attempts(notice));
          seen.add(
              post.list(
                  """
                  select query from pg_stat_activity where usename = 'portal_app'
                    and datname = current_database() and state like 'idle in transaction%'
                  """));
          return ScriptedProvider.accept(parcel);
        });
    crew.hand().work();
    assertThat(seen).containsExactly(List.of("OPEN"), List.of());
  }

  @Test
  void outcomesOfAllKindsAreWrittenDownTogether() {
    var taken = post.notices(Kind.INVITATION, "taken", 3);
    var refused = post.notice(Kind.INVITATION, "refused");
    var lost = post.notice(Kind.CODE, "lost");
    post.queue(post.one(), taken);
    post.queue(post.one(), List.of(refused, lost));
    provider.answers(
        parcel ->
            switch (parcel.message().parts().getFirst()) {
              case "refused" -> new Handover.Refused("no-such-number");
              case "lost" -> new Handover.Unknown("no-answer");
              default -> ScriptedProvider.accept(parcel);
            });
    crew.hand().work();
    assertThat(taken).extracting(post::state).containsOnly("HANDED_OVER");
    assertThat(post.state(refused)).isEqualTo("REFUSED");
    assertThat(post.state(lost)).isEqualTo("UNKNOWN");
    assertThat(post.heads()).isZero();
  }

  @Test
  void whatTheProviderRefusesIsNotTriedAgain() {
    var notice = post.queued(post.one(), Kind.INVITATION, "hello");
    provider.answers(new Handover.Refused("no-such-number"));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("REFUSED");
    assertThat(post.heads()).isZero();
  }

  @Test
  void whatIsPostponedIsTriedAgainLaterThenParkedAloud(CapturedOutput output) {
    var notice = post.queued(post.one(), Kind.CODE, "hello");
    provider.answers(parcel -> ScriptedProvider.postpone());
    var hand = crew.hand();
    hand.work();
    assertThat(hand.work()).isEmpty();
    assertThat(post.state(notice)).isEqualTo("WAITING");
    assertThat(
            post.list(
                """
                select n.held from police.notice n join plumbing.outbox_head h
                on h.notice_id = n.id and h.due_at = n.held_until and h.held is null
                """))
        .containsExactly("TROUBLE");
    clock.forward(Duration.ofMinutes(1));
    hand.work();
    clock.forward(Duration.ofMinutes(1));
    hand.work();
    assertThat(post.state(notice)).isEqualTo("PARKED");
    assertThat(post.attempts(notice)).containsExactly("POSTPONED", "POSTPONED", "POSTPONED");
    assertThat(post.heads()).isZero();
    assertThat(output)
        .contains("ERROR", notice.id().toString(), "is parked")
        .doesNotContain(Post.PHONE);
  }

  @Test
  void aProviderMayAskForALongerWait() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    provider.answers(new Handover.Postponed("throttled", Duration.ofHours(2)));
    var hand = crew.hand();
    hand.work();
    clock.forward(Duration.ofMinutes(119));
    assertThat(hand.claim(1)).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    assertThat(hand.claim(1)).hasSize(1);
  }

  @Test
  void aNoticeWhoseOutcomeIsUnknownIsSentAgainAndMarked(CapturedOutput output) {
    var notice = post.queued(post.one(), Kind.INVITATION, "canary-words");
    provider.throwsUp();
    var hand = crew.hand();
    hand.work();
    assertThat(post.state(notice)).isEqualTo("WAITING");
    provider.answers(ScriptedProvider::accept);
    clock.forward(Duration.ofMinutes(1));
    hand.work();
    assertThat(post.state(notice)).isEqualTo("HANDED_OVER");
    assertThat(post.attempts(notice)).containsExactly("UNKNOWN", "ACCEPTED dup");
    assertThat(post.list("select detail from police.audit_entry where action = 'NOTICE_SENT'"))
        .contains("invitation text handed-over possible-duplicate");
    assertThat(output).contains("Provider demo failed").doesNotContain("canary-words");
  }

  /** It may have arrived twice by then; a third time nobody would thank us for. */
  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "server-error"})
  void whatIsTakenWithoutAnAnswerIsSentOnceMoreAndThenToldByAPerson(String fault) {
    var notice = post.queued(post.one(), Kind.UPDATE, "hello");
    provider.answers(new Handover.Unknown(fault));
    for (var hour = 0; hour < 5; hour++) {
      crew.hand().work();
      clock.forward(Duration.ofMinutes(30));
    }
    assertThat(provider.ledger()).hasSize(2);
    assertThat(post.state(notice)).isEqualTo("PARKED");
  }

  @Test
  void whatWeBrokeOffOurselvesIsTriedOn() {
    var notice = post.queued(post.one(), Kind.UPDATE, "hello");
    provider.answers(new Handover.Unknown("stopped"));
    crew.hand().work();
    clock.forward(Duration.ofMinutes(30));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("WAITING");
  }

  @Test
  void aPartThatWasTakenIsNotSaidAgain() {
    var words = Map.of("to", Post.PHONE, "text", "Helo", "other", "Hello");
    var notice = post.notice(Kind.UPDATE, words);
    post.queue(post.one(), List.of(notice));
    provider.answers(new Handover.Postponed("throttled", Duration.ZERO, 1));
    crew.hand().work();
    provider.answers(ScriptedProvider::accept);
    clock.forward(Duration.ofMinutes(30));
    crew.hand().work();
    assertThat(provider.ledger())
        .extracting(parcel -> parcel.message().parts())
        .containsExactly(List.of("Helo", "Hello"), List.of("Hello"));
    assertThat(post.attempts(notice)).containsExactly("POSTPONED", "ACCEPTED");
  }

  /** Two of the same words at once, and neither said to be the same, would frighten. */
  @Test
  void whatFailedLeavesNoMoreOnceALaterOneTellsTheSame() {
    var failed = post.queued(post.one(), Kind.UPDATE, "news");
    provider.answers(new Handover.Postponed("throttled", Duration.ZERO));
    crew.hand().work();
    var later = post.notice(Kind.UPDATE, "news");
    post.queue(post.one(), List.of(about(failed.about(), later)));
    provider.answers(ScriptedProvider::accept);
    clock.forward(Duration.ofMinutes(30));
    crew.hand().work();
    assertThat(post.state(failed)).isEqualTo("DROPPED");
    assertThat(post.state(later)).isEqualTo("HANDED_OVER");
    assertThat(provider.ledger()).hasSize(2);
  }

  private static Notice about(UUID thing, Notice it) {
    return new Notice(
        it.id(),
        it.kind(),
        thing,
        it.recipient(),
        it.channel(),
        it.dueAt(),
        it.expiresAt(),
        it.content());
  }

  @Test
  void aCodeWhoseOutcomeIsUnknownIsNeverSentAgain() {
    var notice = post.queued(post.one(), Kind.CODE, "hello");
    provider.stalls();
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("UNKNOWN");
    assertThat(post.attempts(notice)).containsExactly("UNKNOWN");
    clock.forward(Duration.ofHours(1));
    assertThat(crew.hand().work()).isEmpty();
    assertThat(provider.ledger()).hasSize(1);
  }

  @Test
  void oneSlowCallDoesNotKeepTheOthersOpen() {
    var slow = post.notice(Kind.INVITATION, "slow");
    var quick = post.notices(Kind.INVITATION, "quick", 20);
    post.queue(post.one(), List.of(slow));
    post.queue(post.one(), quick);
    provider.answers(
        parcel -> {
          if (parcel.message().parts().contains("slow")) {
            assertThat(post.eventually("HANDED_OVER", 20)).isTrue();
          }
          return ScriptedProvider.accept(parcel);
        });
    crew.hand().work();
    assertThat(post.attempts(slow)).containsExactly("ACCEPTED");
  }

  @Test
  void whatMakesNoSenseAnyMoreIsDropped() {
    var notice = post.notice(Kind.REMINDER, Map.of("drop", "yes"));
    post.queue(post.one(), List.of(notice));
    crew.hand().work();
    assertThat(post.state(notice)).isEqualTo("DROPPED");
    assertThat(provider.ledger()).isEmpty();
  }
}
