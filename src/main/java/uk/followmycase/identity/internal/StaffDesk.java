package uk.followmycase.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffProvider;

/** Lets staff in, knows them while they are there, and lets them out. */
@Component
class StaffDesk implements Staff {

  private final StaffAccounts accounts;
  private final StaffVisits visits;
  private final SessionRows sessions;
  private final Forces forces;
  private final ObjectProvider<DemoStaff> demo;
  private final AuditTrail trail;

  StaffDesk(
      StaffAccounts accounts,
      StaffVisits visits,
      SessionRows sessions,
      Forces forces,
      ObjectProvider<DemoStaff> demo,
      AuditTrail trail) {
    this.accounts = accounts;
    this.visits = visits;
    this.sessions = sessions;
    this.forces = forces;
    this.demo = demo;
    this.trail = trail;
  }

  @Override
  @Transactional
  public Optional<StaffMember> standing(StaffPass pass) {
    return visits.find(pass).flatMap(visit -> member(pass, visit));
  }

  /** The mapping is asked each time: a role that a force takes out of its file is gone. */
  private Optional<StaffMember> member(StaffPass pass, StaffVisits.Standing visit) {
    var said = visit.said();
    return provider(visit.provider())
        .map(provider -> provider.rolesOf(said.groups()))
        .filter(roles -> !roles.isEmpty())
        .map(
            roles ->
                new StaffMember(
                    pass.account(),
                    ForceBinding.current(),
                    roles,
                    said.collarNumber(),
                    said.units(),
                    said.displayName(),
                    pass.signedInAt()));
  }

  private Optional<StaffProvider> provider(String name) {
    return forces.current().settings().staff().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .or(
            () ->
                demo.stream()
                    .map(DemoStaff::provider)
                    .filter(own -> own.name().equals(name))
                    .findFirst());
  }

  @Override
  @Transactional
  public Optional<StaffPass> admit(Vouched who) {
    var provider = who.provider();
    var account = accounts.of(provider.issuer(), who.subject());
    var mapped =
        who.groups().stream()
            .filter(provider.roles()::containsKey)
            .collect(Collectors.toUnmodifiableSet());
    if (mapped.isEmpty()) {
      note(account, AuditAction.STAFF_REFUSED, provider.name() + " " + code(Refusal.NO_ROLE));
      return Optional.empty();
    }
    var said = new StaffVisits.Said(mapped, who.displayName(), who.collarNumber(), who.units());
    note(account, AuditAction.STAFF_SIGNED_IN, provider.name());
    return Optional.of(visits.begin(account, provider.name(), said));
  }

  @Override
  @Transactional
  public void turnedAway(String provider, Refusal why) {
    var nobody = Actor.system("staff-sign-in");
    var detail = provider + " " + code(why);
    trail.record(new AuditEntry(nobody, AuditAction.STAFF_REFUSED, List.of(), null, detail));
  }

  @Override
  @Transactional
  public void end(StaffPass pass) {
    visits.end(pass);
    sessions.deleteVisit(pass.visit());
    note(pass.account(), AuditAction.STAFF_SIGNED_OUT, null);
  }

  @Override
  @Transactional
  public void endAll(StaffId who) {
    visits.endAll(who);
    note(who, AuditAction.STAFF_SIGNED_OUT, "ended");
  }

  @Override
  public List<BuiltIn> builtIn() {
    return demo.stream().flatMap(staff -> staff.all().stream()).toList();
  }

  @Override
  @Transactional
  public Optional<StaffPass> admitBuiltIn(String key) {
    return demo.stream()
        .flatMap(staff -> staff.find(key).map(one -> vouched(staff, one)).stream())
        .findFirst()
        .flatMap(this::admit);
  }

  /** One account for each force: they are not the same people. */
  private Vouched vouched(DemoStaff staff, BuiltIn one) {
    return new Vouched(
        staff.provider(),
        forces.current().slug() + "/" + one.key(),
        Set.of(one.key()),
        one.displayName(),
        one.collarNumber(),
        one.units());
  }

  private void note(StaffId who, AuditAction action, @Nullable String detail) {
    var actor = new Actor(Actor.Kind.OFFICER, who.value().toString());
    trail.record(new AuditEntry(actor, action, List.of(), null, detail));
  }

  private static String code(Refusal why) {
    return why.name().toLowerCase(Locale.ROOT);
  }
}
