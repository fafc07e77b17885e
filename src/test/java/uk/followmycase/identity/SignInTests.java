package uk.followmycase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.identity.SignIn.Answer;
import uk.followmycase.identity.SignIn.Begun;
import uk.followmycase.identity.SignIn.Handed;
import uk.followmycase.identity.SignIn.Proved;
import uk.followmycase.support.MovableClock;
import uk.followmycase.support.Post;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Opening accounts and signing in to them. */
@IdentityTest
class SignInTests {

  private static final Answer WRONG = new Answer.Refused(false);
  private static final Answer DEAD = new Answer.Refused(true);
  private static final String NOBODYS = "00000000";
  private static final String NO_FORCE_CODE = "2222-2222-2222";

  @Autowired SignIn signIn;
  @Autowired Forces forces;
  @Autowired MovableClock clock;
  @Autowired DemoOutbox outbox;

  private Post post;
  private ForceId force;
  private int places;

  @BeforeEach
  void atNoon() {
    clock.advanceToNoon();
    post = new Post(outbox);
    force = forces.all().getFirst().id();
  }

  @Test
  void aCodeToEachContactSignsIn() {
    var proof = SomeProof.standard();
    var account = signIn.open(proof);
    var attempt = begin(proof);
    var codes = codes(proof);
    assertThat(signIn.answer(attempt, codes)).isEqualTo(new Answer.Welcome(account));
    assertThat(signIn.answer(attempt, codes)).isEqualTo(DEAD);
  }

  @Test
  void oneRightCodeOpensNothingButStaysRight() {
    var proof = SomeProof.standard();
    var account = signIn.open(proof);
    var attempt = begin(proof);
    var codes = codes(proof);
    assertThat(signIn.answer(attempt, List.of(codes.getFirst(), NOBODYS))).isEqualTo(WRONG);
    assertThat(signIn.answer(attempt, List.of(NOBODYS, NOBODYS))).isEqualTo(WRONG);
    assertThat(signIn.answer(attempt, List.of("", codes.getLast())))
        .isEqualTo(new Answer.Welcome(account));
  }

  @Test
  void contactAndForceCodeSignInToAStrictAccount() {
    var proof = SomeProof.strict();
    var account = signIn.open(proof);
    assertThat(signIn.strict(account)).isTrue();
    var attempt = begin(proof);
    var answer = List.of(codes(proof).getFirst(), SomeProof.FORCE_CODE.spoken());
    assertThat(signIn.answer(attempt, answer)).isEqualTo(new Answer.Welcome(account));
  }

  @Test
  void fiveWrongForceCodesKillItUntilAnotherIsHandedOver() {
    var proof = SomeProof.strict();
    var account = signIn.open(proof);
    var attempt = begin(proof);
    var code = codes(proof).getFirst();
    for (var i = 0; i < 4; i++) {
      assertThat(signIn.answer(attempt, List.of(code, NO_FORCE_CODE))).isEqualTo(WRONG);
    }
    assertThat(signIn.answer(attempt, List.of(code, NO_FORCE_CODE))).isEqualTo(DEAD);
    assertThat(signIn.answer(attempt, List.of(code, SomeProof.FORCE_CODE.spoken())))
        .isEqualTo(DEAD);
    var other = ForceCode.fresh();
    assertThat(signIn.replaceForceCode(account, other.encoded())).isTrue();
    assertThat(signIn.answer(attempt, List.of(code, other.spoken())))
        .isEqualTo(new Answer.Welcome(account));
  }

  @Test
  void whoeverMerelyKnowsTheContactCannotUseTheForceCodeUp() {
    var proof = SomeProof.strict();
    var account = signIn.open(proof);
    var knocking = begin(proof);
    assertThat(codes(proof)).hasSize(1);
    for (var i = 0; i < 6; i++) {
      signIn.answer(knocking, List.of(NOBODYS, NO_FORCE_CODE));
    }
    clock.advance(Duration.ofMinutes(1));
    var attempt = begin(proof);
    var answer = List.of(codes(proof).getFirst(), SomeProof.FORCE_CODE.spoken());
    assertThat(signIn.answer(attempt, answer)).isEqualTo(new Answer.Welcome(account));
  }

  @Test
  void aFamilyMayShareAnAddress() {
    var shared = SomeProof.email();
    var herCode = ForceCode.fresh();
    var hisCode = ForceCode.fresh();
    var hers = new Proved(List.of(shared), herCode.encoded());
    var his = new Proved(List.of(shared), hisCode.encoded());
    var herAccount = signIn.open(hers);
    assertThat(signIn.known(his)).isEmpty();
    var hisAccount = signIn.open(his);
    assertThat(hisAccount).isNotEqualTo(herAccount);
    assertThat(signIn.answer(begin(hers), List.of(post.code(shared), hisCode.spoken())))
        .isEqualTo(new Answer.Welcome(hisAccount));
    clock.advance(Duration.ofMinutes(1));
    assertThat(signIn.answer(begin(his), List.of(post.code(shared), herCode.spoken())))
        .isEqualTo(new Answer.Welcome(herAccount));
  }

  @Test
  void twoContactsAreNotEnoughOnceAStrictCaseIsAdded() {
    var proof = SomeProof.standard();
    var account = signIn.open(proof);
    var phone = proof.contacts().getFirst();
    signIn.add(account, new Proved(List.of(phone), SomeProof.FORCE_CODE.encoded()));
    var weak = begin(proof);
    await().until(() -> signIn.answer(weak, List.of(NOBODYS, NOBODYS)).equals(WRONG));
    clock.advance(Duration.ofMinutes(1));
    var attempt = begin(new Proved(List.of(phone), null));
    assertThat(signIn.answer(attempt, List.of(post.code(phone), SomeProof.FORCE_CODE.spoken())))
        .isEqualTo(new Answer.Welcome(account));
    assertThat(post.count(phone)).isOne();
    assertThat(post.count(proof.contacts().getLast())).isZero();
  }

  @Test
  void oneAccountIsOpenedWhereManyAreAskedForAtOnce() throws Exception {
    var proof = SomeProof.standard();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var opening =
          IntStream.range(0, 6).mapToObj(i -> threads.submit(() -> signIn.open(proof))).toList();
      await().until(() -> opening.stream().allMatch(Future::isDone));
      assertThat(opening.stream().filter(one -> one.state() == Future.State.SUCCESS)).hasSize(1);
    }
  }

  @Test
  void aTicketIsForOneAccount() {
    var ticket = ForceBinding.call(force, () -> signIn.ticket(SomeProof.standard()));
    var account = signIn.open(signIn.redeem(ticket).orElseThrow().proved());
    assertThat(signIn.meantFor(ticket)).isEmpty();
    signIn.meant(ticket, account);
    assertThat(signIn.meantFor(ticket)).contains(account);
    assertThat(signIn.look(ticket)).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(signIn.meantFor(ticket)).isEmpty();
  }

  @Test
  void accountsAreNeverDoubledOrMatchedByOneContact() {
    var proof = SomeProof.standard();
    signIn.open(proof);
    var halfOfIt = new Proved(List.of(proof.contacts().getFirst(), SomeProof.email()), null);
    assertThat(signIn.known(proof)).isPresent();
    assertThat(signIn.known(new Proved(proof.contacts().reversed(), null))).isPresent();
    assertThat(signIn.known(halfOfIt)).isEmpty();
    assertThatThrownBy(() -> signIn.open(proof)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> signIn.open(new Proved(List.of(SomeProof.email()), null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTicketIsUsedOnceWithinTwoMinutes() {
    var proof = SomeProof.standard();
    var ticket = ForceBinding.call(force, () -> signIn.ticket(proof));
    assertThat(signIn.look(ticket)).contains(new Handed(force, proof));
    assertThat(signIn.redeem(ticket)).contains(new Handed(force, proof));
    assertThat(signIn.redeem(ticket)).isEmpty();
    assertThat(signIn.look(ticket)).isEmpty();
    var late = ForceBinding.call(force, () -> signIn.ticket(SomeProof.strict()));
    clock.advance(Duration.ofMinutes(2));
    assertThat(signIn.look(late)).isEmpty();
    assertThat(signIn.redeem(late)).isEmpty();
  }

  @Test
  void anAttemptDiesAfterTenMinutes() {
    var proof = SomeProof.standard();
    signIn.open(proof);
    var attempt = begin(proof);
    var codes = codes(proof);
    clock.advance(Duration.ofMinutes(10));
    assertThat(signIn.answer(attempt, codes)).isEqualTo(DEAD);
    assertThat(signIn.answer(UUID.randomUUID(), codes)).isEqualTo(DEAD);
  }

  @Test
  void whoeverKnocksFromManyNetworksDoesNotShutTheHolderOut() {
    var proof = SomeProof.standard();
    var account = signIn.open(proof);
    assertThat(signIn.answer(begin(proof), codes(proof))).isEqualTo(new Answer.Welcome(account));
    var first = proof.contacts().getFirst();
    var second = proof.contacts().getLast();
    Begun knocking;
    var network = 0;
    do {
      clock.advance(Duration.ofSeconds(1));
      knocking = signIn.begin(force, first, second, "en", "203.0." + network++ + ".9");
    } while (knocking instanceof Begun.Started);
    assertThat(knocking).isInstanceOf(Begun.Wait.class);
    assertThat(network).isGreaterThan(15);
    clock.advance(Duration.ofMinutes(1));
    places--;
    assertThat(begin(proof)).as("from where they proved it").isNotNull();
  }

  private UUID begin(Proved proof) {
    var second = proof.contacts().size() == 2 ? proof.contacts().getLast() : null;
    var place = "198.51.%d.7".formatted(++places);
    var begun = signIn.begin(force, proof.contacts().getFirst(), second, "en", place);
    assertThat(begun).isInstanceOf(Begun.Started.class);
    return ((Begun.Started) begun).attempt();
  }

  private List<String> codes(Proved proof) {
    return proof.contacts().stream().map(post::code).toList();
  }
}
