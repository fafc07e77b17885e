package uk.followmycase.invitations.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.PersonId;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.keys.Handle;

/** Asks one person in to one case. It ends once, and refuses every move its table does not have. */
final class Invitation {

  /** How long somebody who has shown the second proof may take to come in. */
  static final Duration PROOF_LASTS = Duration.ofHours(1);

  private final Standing standing;
  private State state;
  private Proof proof;
  private Link link;
  private HandedOver code;
  private Times times;

  /** Who is asked in where, and under which revision of the force's rules. */
  record Standing(UUID id, UUID caseId, UUID person, int revision, Instant madeAt) {}

  /**
   * Moments beside the link's own.
   *
   * @param remindAt when to remind; null when never or done
   * @param ending why it was taken back
   */
  record Times(
      @Nullable Instant remindAt,
      @Nullable Instant remindedAt,
      @Nullable Instant provedAt,
      @Nullable Instant endedAt,
      @Nullable Ending ending) {

    static final Times NONE = new Times(null, null, null, null, null);
  }

  Invitation(Standing standing, State state, Proof proof, Link link, HandedOver code, Times times) {
    this.standing = standing;
    this.state = state;
    this.proof = proof;
    this.link = link;
    this.code = code;
    this.times = times;
  }

  static Invitation make(
      UUID caseId, UUID person, int revision, Wanted wanted, Instant now, Duration validFor) {
    return new Invitation(
        new Standing(Handle.rowId(), caseId, person, revision, now),
        State.WAITING,
        wanted.proof(),
        new Link(wanted.channel(), null, null, now.plus(validFor)),
        HandedOver.NOTHING,
        Times.NONE);
  }

  /** A link leaves, and its life starts. */
  void send(byte[] digest, Instant now, ForceSettings.Invitations rules) {
    state = Move.SEND.from(state);
    link = link.sent(digest, now, now.plus(rules.validFor()));
    var remindAfter = rules.remindAfter();
    if (times.remindedAt() == null && remindAfter != null) {
      times = with(now.plus(remindAfter), null, times.provedAt());
    }
  }

  /** A reminder leaves with a link of its own, which lives as long as the old one would have. */
  void sendReminder(byte[] digest, Instant now) {
    state = Move.SEND.from(state);
    link = link.sent(digest, now, link.expiresAt());
  }

  void remind(Instant now) {
    state = Move.REMIND.from(state);
    times = with(null, now, times.provedAt());
  }

  void resend() {
    voidProof(Move.RESEND);
  }

  /** From now on the force's code is asked for; danger once seen is not forgotten. */
  void tighten() {
    voidProof(Move.TIGHTEN);
    proof = Proof.STRICT;
  }

  void handOver(String encoded) {
    voidProof(Move.HAND_OVER);
    code = HandedOver.fresh(encoded);
  }

  /** Counts a try before anybody looks whether it is right. */
  void countTry() {
    state = Move.TRY.from(state);
    code = code.tried();
  }

  /** Buries a code with no tries left. */
  boolean buryCode(Instant now) {
    if (code.encoded() == null || code.live()) {
      return false;
    }
    code = code.spent(now);
    return true;
  }

  void prove(Instant now) {
    state = Move.PROVE.from(state);
    code = code.encoded() == null ? code : code.right();
    times = with(times.remindAt(), times.remindedAt(), now);
  }

  void accept(Instant now) {
    end(Move.ACCEPT, now, null);
  }

  void refuse(Instant now) {
    end(Move.REFUSE, now, null);
  }

  void cancel(Ending why, Instant now) {
    end(Move.CANCEL, now, why);
  }

  void expire(Instant now) {
    end(Move.EXPIRE, now, null);
  }

  private void end(Move move, Instant now, @Nullable Ending why) {
    state = move.from(state);
    link = link.dead();
    code = HandedOver.NOTHING;
    times = new Times(null, times.remindedAt(), times.provedAt(), now, why);
  }

  private void voidProof(Move move) {
    state = move.from(state);
    times = with(times.remindAt(), times.remindedAt(), null);
  }

  private Times with(
      @Nullable Instant remindAt, @Nullable Instant remindedAt, @Nullable Instant provedAt) {
    return new Times(remindAt, remindedAt, provedAt, times.endedAt(), times.ending());
  }

  /** Whether the link is good for anything. */
  boolean opens(Instant now) {
    return state.live() && link.good(now);
  }

  /** Whether the person may come in now. */
  boolean proved(Instant now) {
    var provedAt = times.provedAt();
    return state == State.PROVED
        && opens(now)
        && provedAt != null
        && now.isBefore(provedAt.plus(PROOF_LASTS));
  }

  boolean over(Instant now) {
    return !now.isBefore(link.expiresAt());
  }

  boolean toRemind(Instant now) {
    var remindAt = times.remindAt();
    return Move.REMIND.allowedIn(state) && remindAt != null && !now.isBefore(remindAt);
  }

  /** When somebody must look at it next; null once it has ended. */
  @Nullable Instant due() {
    var remindAt = times.remindAt();
    if (!state.live()) {
      return null;
    }
    return remindAt != null && remindAt.isBefore(link.expiresAt()) ? remindAt : link.expiresAt();
  }

  UUID id() {
    return standing.id();
  }

  PersonId person() {
    return new PersonId(standing.person());
  }

  Standing standing() {
    return standing;
  }

  State state() {
    return state;
  }

  Proof proof() {
    return proof;
  }

  Link link() {
    return link;
  }

  HandedOver code() {
    return code;
  }

  Times times() {
    return times;
  }

  Channel channel() {
    return link.channel();
  }
}
