package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.identity.SignIn.Answer;
import uk.followmycase.identity.SignIn.Begun;
import uk.followmycase.identity.SignIn.Proved;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Post;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Nobody learns from signing in who has an account, and nobody is shut out by another's tries. */
@IdentityTest
class NoOracleTests {

  private static final String HERE = "203.0.113.9";
  private static final List<String> TABLES =
      List.of("one_time_code", "sign_in_attempt", "account", "session");

  @Autowired SignIn signIn;
  @Autowired Forces forces;
  @Autowired MovableClock clock;
  @Autowired DemoOutbox outbox;
  @Autowired JdbcClient jdbc;

  private ForceId force;

  @BeforeEach
  void anotherDay() {
    clock.advance(Duration.ofDays(1));
    clock.advanceToNoon();
    force = forces.all().getFirst().id();
  }

  @Test
  void answersAndTracesAreTheSameWithAndWithoutAnAccount() {
    var known = SomeProof.standard();
    signIn.open(known);
    assertThat(course(known)).isEqualTo(course(SomeProof.standard()));
  }

  @Test
  void theSameHoldsForTheStrictWay() {
    var known = SomeProof.strict();
    signIn.open(known);
    assertThat(course(known)).isEqualTo(course(SomeProof.strict()));
  }

  @Test
  void limitsAreTheSameWithAndWithoutAnAccount() {
    var known = SomeProof.standard();
    signIn.open(known);
    assertThat(startsOfADay(known)).isEqualTo(startsOfADay(SomeProof.standard()));
  }

  @Test
  void oneWhoKnocksAllDayShutsOutNobodyElse() {
    var known = SomeProof.standard();
    var account = signIn.open(known);
    var post = new Post(outbox);
    while (begin(known, HERE) instanceof Begun.Started) {
      known.contacts().forEach(post::code);
      clock.advance(Duration.ofMinutes(16));
    }
    var elsewhere = (Begun.Started) begin(known, "2001:db8:77:1::5");
    var codes = known.contacts().stream().map(post::code).toList();
    assertThat(signIn.answer(elsewhere.attempt(), codes)).isEqualTo(new Answer.Welcome(account));
  }

  @Test
  void neighboursShareAPlaceButNotAContact() {
    var known = SomeProof.standard();
    assertThat(begin(known, HERE)).isInstanceOf(Begun.Started.class);
    assertThat(begin(known, "203.0.113.200")).isInstanceOf(Begun.Wait.class);
    assertThat(begin(SomeProof.standard(), "203.0.113.200")).isInstanceOf(Begun.Started.class);
  }

  /** Everything that can be seen of an attempt that goes wrong, in the tables too. */
  private List<Object> course(Proved proof) {
    var before = rows();
    var started = (Begun.Started) begin(proof, "192.0.2.1");
    await().until(() -> codesOf(started.attempt()) == proof.contacts().size());
    var seen = new ArrayList<Object>();
    for (var i = 0; i < 6; i++) {
      seen.add(signIn.answer(started.attempt(), List.of("00000000", "2222-2222-2222")));
    }
    seen.add(
        jdbc.sql(
                """
                select count(*), sum(tries), count(digest) from people.one_time_code
                where about = :attempt""")
            .param("attempt", started.attempt())
            .query()
            .listOfRows());
    var after = rows();
    after.replaceAll((table, count) -> count - before.getOrDefault(table, 0L));
    seen.add(after);
    return seen;
  }

  private Map<String, Long> rows() {
    var counts = new TreeMap<String, Long>();
    for (var table : TABLES) {
      counts.put(
          table, jdbc.sql("select count(*) from people." + table).query(Long.class).single());
    }
    return counts;
  }

  private long codesOf(UUID attempt) {
    return jdbc.sql(
            "select count(*) from people.one_time_code where about = :about and digest is not null")
        .param("about", attempt)
        .query(Long.class)
        .single();
  }

  private List<Boolean> startsOfADay(Proved proof) {
    var started = new ArrayList<Boolean>();
    for (var i = 0; i < 8; i++) {
      started.add(begin(proof, HERE) instanceof Begun.Started);
      clock.advance(Duration.ofMinutes(16));
    }
    return started;
  }

  private Begun begin(Proved proof, String place) {
    var second = proof.contacts().size() == 2 ? proof.contacts().getLast() : null;
    return signIn.begin(force, proof.contacts().getFirst(), second, "en", place);
  }
}
