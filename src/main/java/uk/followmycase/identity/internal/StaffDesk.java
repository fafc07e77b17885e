package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.identity.ProviderToAsk;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.internal.StaffVisits.Whose;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffProvider;
import uk.followmycase.tenancy.StaffRole;

/** Lets staff in, knows them while they are there, and lets them out. */
@Component
class StaffDesk implements Staff {

  private final StaffAccounts accounts;
  private final StaffVisits visits;
  private final StaffRecords records;
  private final ExclusionRows exclusions;
  private final SessionRows sessions;
  private final ProvidersWord word;
  private final Forces forces;
  private final ObjectProvider<DemoStaff> demo;
  private final AuditTrail trail;
  private final Clock clock;

  StaffDesk(
      StaffAccounts accounts,
      StaffVisits visits,
      StaffRecords records,
      ExclusionRows exclusions,
      SessionRows sessions,
      ProvidersWord word,
      Forces forces,
      ObjectProvider<DemoStaff> demo,
      AuditTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.visits = visits;
    this.records = records;
    this.exclusions = exclusions;
    this.sessions = sessions;
    this.word = word;
    this.forces = forces;
    this.demo = demo;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<StaffMember> standing(StaffPass pass) {
    return visits.find(pass).filter(word::holds).flatMap(visit -> member(pass, visit));
  }

  /** The mapping is asked each time: a role that a force takes out of its file is gone. */
  private Optional<StaffMember> member(StaffPass pass, StaffVisits.Standing visit) {
    var said = visit.said();
    return Optional.of(roles(visit))
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
                    pass.signedInAt(),
                    visit.provedAt(),
                    null,
                    askAgain(visit)));
  }

  private @Nullable ProviderToAsk askAgain(StaffVisits.Standing visit) {
    var until = word.goodUntil(visit);
    return until == null
        ? null
        : provider(visit.provider())
            .map(provider -> new ProviderToAsk(provider.issuer(), until))
            .orElse(null);
  }

  /** What a visit allows now. */
  Set<StaffRole> roles(StaffVisits.Standing visit) {
    return provider(visit.provider())
        .map(provider -> provider.rolesOf(visit.said().groups()))
        .orElse(Set.of());
  }

  private Optional<StaffProvider> provider(String name) {
    return Stream.concat(
            forces.current().settings().staff().stream(), demo.stream().map(DemoStaff::provider))
        .filter(provider -> provider.name().equals(name))
        .findFirst();
  }

  @Override
  @Transactional
  public Admission admit(Vouched who) {
    var provider = who.provider();
    var account = accounts.of(provider.issuer(), who.subject());
    var mapped =
        who.groups().stream()
            .filter(provider.roles()::containsKey)
            .collect(Collectors.toUnmodifiableSet());
    if (mapped.isEmpty()) {
      visits.of(account).forEach(one -> over(one.visit()));
      return refused(account, provider, Refusal.NO_ROLE);
    }
    var number = who.collarNumber();
    if (exclusions.any(Set.of(account), number == null ? null : records.digest(number))) {
      return refused(account, provider, Refusal.KEPT_OUT);
    }
    var said = new StaffVisits.Said(mapped, who.displayName(), who.collarNumber(), who.units());
    note(account, AuditAction.STAFF_SIGNED_IN, provider.name());
    records.seen(account, said);
    return new Admission.In(visits.begin(account, who, said));
  }

  private Admission refused(StaffId account, StaffProvider provider, Refusal why) {
    note(account, AuditAction.STAFF_REFUSED, provider.name() + " " + code(why));
    return new Admission.Refused(why);
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
  public Optional<Farewell> end(StaffPass pass) {
    var farewell = visits.farewell(pass);
    over(pass.visit());
    note(pass.account(), AuditAction.STAFF_SIGNED_OUT, null);
    return farewell;
  }

  @Override
  @Transactional
  public void replace(StaffPass pass) {
    visits.end(pass.visit());
  }

  @Override
  @Transactional
  public void endAll(StaffId who) {
    visits.of(who).forEach(one -> over(one.visit()));
    note(who, AuditAction.STAFF_SIGNED_OUT, "ended");
  }

  @Override
  @Transactional
  public int ended(Over over) {
    var subject = over.subject();
    var account = subject == null ? null : accounts.known(over.issuer(), subject).orElse(null);
    if (subject != null && account == null) {
      return 0;
    }
    var meant = meant(over, account);
    meant.forEach(one -> over(one.visit()));
    meant.stream()
        .map(Whose::account)
        .distinct()
        .forEach(who -> note(who, AuditAction.STAFF_SIGNED_OUT, "provider"));
    return meant.size();
  }

  /** A session that is named with its subject is only ever that subject's. */
  private List<Whose> meant(Over over, @Nullable StaffId account) {
    if (over.session() == null) {
      return account == null ? List.of() : visits.of(account);
    }
    return visits.of(over.issuer(), over.session()).stream()
        .filter(one -> account == null || one.account().equals(account))
        .toList();
  }

  private void over(UUID visit) {
    visits.end(visit);
    sessions.deleteVisit(visit);
  }

  @Override
  public List<BuiltIn> builtIn() {
    return demo.stream().flatMap(staff -> staff.all().stream()).toList();
  }

  @Override
  @Transactional
  public Admission admitBuiltIn(String key) {
    return demo.stream()
        .flatMap(staff -> staff.find(key).map(one -> vouched(staff, one)).stream())
        .findFirst()
        .map(this::admit)
        .orElseGet(() -> new Admission.Refused(Refusal.NO_ROLE));
  }

  /** One account for each force: they are not the same people. */
  private Vouched vouched(DemoStaff staff, BuiltIn one) {
    return new Vouched(
        staff.provider(),
        forces.current().slug() + "/" + one.key(),
        Set.of(one.key()),
        one.displayName(),
        one.collarNumber(),
        one.units(),
        clock.instant(),
        null,
        null);
  }

  private void note(StaffId who, AuditAction action, @Nullable String detail) {
    var actor = new Actor(Actor.Kind.OFFICER, who.value().toString());
    trail.record(new AuditEntry(actor, action, List.of(), null, detail));
  }

  private static String code(Refusal why) {
    return why.name().toLowerCase(Locale.ROOT);
  }
}
