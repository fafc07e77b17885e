package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;

/**
 * Of a text in two parts, the provider took the first. What was taken is said again only where it
 * does not hold any more.
 */
@DeliveryTest
class PartsAgainTests {

  private static final List<String> BOTH = List.of("Helo", "Hello");
  private static final List<String> SECOND = List.of("Hello");

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
  void newsIsTheSameAndIsNotSaidAgain() {
    var news = halfTaken(Kind.UPDATE);
    again();
    assertThat(said()).containsExactly(BOTH, SECOND);
    assertThat(post.attempts(news)).containsExactly("POSTPONED", "ACCEPTED");
  }

  /** Each writing makes another link, and the one in the part that was taken is dead. */
  @Test
  void anInvitationIsSaidWholeAndMarked() {
    for (var kind : List.of(Kind.INVITATION, Kind.REMINDER)) {
      provider.reset();
      var link = halfTaken(kind);
      again();
      assertThat(said()).as("%s", kind).containsExactly(BOTH, BOTH);
      assertThat(post.attempts(link)).containsExactly("POSTPONED", "ACCEPTED dup");
    }
  }

  /** Whoever has the other contact has read none of it. */
  @Test
  void newsForAnotherContactIsSaidWhole() {
    var news = halfTaken(Kind.UPDATE);
    post.asSuperuser(
        "update police.delivery_attempt set contact_digest = decode(repeat('01', 16), 'hex')");
    later();
    again();
    assertThat(said()).containsExactly(BOTH, BOTH, SECOND);
    assertThat(post.attempts(news)).containsExactly("POSTPONED", "POSTPONED dup", "ACCEPTED");
  }

  /** Its words are made when it is asked for, and never anew. */
  @Test
  void aCodeIsNeverSaidTwice() {
    var code = halfTaken(Kind.CODE);
    again();
    assertThat(said()).containsExactly(BOTH, SECOND);
    assertThat(post.attempts(code)).containsExactly("POSTPONED", "ACCEPTED");
  }

  private Notice halfTaken(Kind kind) {
    var notice = post.notice(kind, Map.of("to", Post.PHONE, "text", "Helo", "other", "Hello"));
    post.queue(post.one(), List.of(notice));
    provider.answers(new Handover.Postponed("throttled", Duration.ZERO, 1));
    crew.hand().work();
    return notice;
  }

  private void again() {
    provider.answers(ScriptedProvider::accept);
    later();
  }

  private void later() {
    clock.forward(Duration.ofMinutes(30));
    crew.hand().work();
  }

  private List<List<String>> said() {
    return provider.ledger().stream().map(parcel -> parcel.message().parts()).toList();
  }
}
