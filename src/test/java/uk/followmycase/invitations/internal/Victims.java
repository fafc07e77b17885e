package uk.followmycase.invitations.internal;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.audit.Actor;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Report;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.InvitationDesk;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Victims of burglaries, as a records system tells of them. */
class Victims {

  /** Invites by e-mail; a standard proof for victims with two contacts. */
  static final String STANDARD = "thames-valley";

  /** Invites victims of domestic abuse too, and has Welsh duties. */
  static final String STRICT = "north-wales";

  static final Actor RECORDS_SYSTEM = new Actor(Actor.Kind.RECORDS_SYSTEM, "records-test");

  private final Forces forces;
  private final CaseFiles files;
  private final TransactionOperations transactions;
  final Grants grants;
  final ForceKeys keys;
  final InvitationRows rows;
  final Postbox postbox;
  final Invitations invitations;
  final InvitationDesk desk;
  final SignIn signIn;

  Victims(
      Forces forces,
      CaseFiles files,
      TransactionOperations transactions,
      Grants grants,
      ForceKeys keys,
      InvitationRows rows,
      Postbox postbox,
      Invitations invitations,
      InvitationDesk desk,
      SignIn signIn) {
    this.forces = forces;
    this.files = files;
    this.transactions = transactions;
    this.grants = grants;
    this.keys = keys;
    this.rows = rows;
    this.postbox = postbox;
    this.invitations = invitations;
    this.desk = desk;
    this.signIn = signIn;
  }

  /** Somebody with a mobile number and an e-mail address, of whom nothing has been told yet. */
  Victim of(String slug) {
    var force = force(slug);
    return new Victim(this, force, reference(slug));
  }

  /** Told to us as an ordinary burglary. */
  Victim invited() {
    return of(STANDARD).tell();
  }

  /** Told to us as domestic abuse. */
  Victim strictlyInvited() {
    return of(STRICT).inDanger().tell();
  }

  Force force(String slug) {
    return forces.bySlug(slug).orElseThrow();
  }

  void receive(Report report) {
    files.receive("records-test", List.of(report));
  }

  <T> T in(Force force, Supplier<T> work) {
    return ForceBinding.call(force.id(), work::get);
  }

  <T> T inTransaction(Force force, Supplier<T> work) {
    return in(force, () -> transactions.execute(status -> work.get()));
  }

  private static String reference(String slug) {
    var number = ThreadLocalRandom.current().nextInt(10_000_000);
    return switch (slug) {
      case STRICT -> "C%07d".formatted(number);
      case "humberside" -> "16/%d/26".formatted(number % 1_000_000);
      default -> "4326%07d".formatted(number);
    };
  }
}
