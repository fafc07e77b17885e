package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.NationalStaff;
import uk.followmycase.identity.ProviderToAsk;
import uk.followmycase.identity.Staff.Admission;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.Staff.Over;
import uk.followmycase.identity.Staff.Refusal;
import uk.followmycase.identity.Staff.Vouched;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.StaffSignIn.Person;
import uk.followmycase.tenancy.StaffProvider;

/** Lets the nation's administrators in and out. */
@Component
class NationalDesk implements NationalStaff {

  private final NationalSettings settings;
  private final ProvidersWord word;
  private final NationalExclusions exclusions;
  private final NationalVisits visits;
  private final StaffAccounts accounts;
  private final SessionRows sessions;
  private final ObjectProvider<DemoStaff> demo;
  private final Clock clock;

  NationalDesk(
      NationalSettings settings,
      ProvidersWord word,
      NationalExclusions exclusions,
      NationalVisits visits,
      StaffAccounts accounts,
      SessionRows sessions,
      ObjectProvider<DemoStaff> demo,
      Clock clock) {
    this.settings = settings;
    this.word = word;
    this.exclusions = exclusions;
    this.visits = visits;
    this.accounts = accounts;
    this.sessions = sessions;
    this.demo = demo;
    this.clock = clock;
  }

  @Override
  public Optional<StaffProvider> provider() {
    return settings.provider();
  }

  @Override
  @Transactional
  public Optional<NationalAdministrator> standing(StaffPass pass) {
    return visits
        .find(pass)
        .filter(this::holds)
        .map(
            visit ->
                new NationalAdministrator(
                    pass.account(),
                    visit.said().displayName(),
                    pass.signedInAt(),
                    visit.provedAt(),
                    askAgain(visit)));
  }

  private @Nullable ProviderToAsk askAgain(NationalVisits.Standing visit) {
    var until = word.goodUntil(visit);
    return until == null
        ? null
        : settings.provider().map(one -> new ProviderToAsk(one.issuer(), until)).orElse(null);
  }

  /** Whether a visit is good for anything still. */
  boolean holds(NationalVisits.Standing visit) {
    return word.holds(visit) && visit.said().groups().stream().anyMatch(this::administers);
  }

  private boolean administers(String group) {
    return settings.administrators().contains(group)
        || demo.stream().anyMatch(own -> own.national().roles().containsKey(group));
  }

  @Override
  @Transactional
  public Admission admit(Vouched who) {
    var groups = who.groups().stream().filter(this::administers).collect(Collectors.toSet());
    if (groups.isEmpty()) {
      accounts.known(who.provider().issuer(), who.subject()).ifPresent(this::endAll);
      return new Admission.Refused(Refusal.NO_ROLE);
    }
    var account = accounts.of(who.provider().issuer(), who.subject());
    return exclusions.standing(account)
        ? new Admission.Refused(Refusal.KEPT_OUT)
        : new Admission.In(visits.begin(account, who, groups));
  }

  /** Ends all that somebody has open. */
  void endAll(StaffId account) {
    visits.of(account).forEach(this::over);
  }

  @Override
  @Transactional
  public Optional<Farewell> end(StaffPass pass) {
    var farewell = visits.find(pass).map(visit -> visit.said().farewell());
    over(pass.visit());
    return farewell;
  }

  @Override
  @Transactional
  public void replace(StaffPass pass) {
    visits.end(pass.visit());
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
    meant.forEach(this::over);
    return meant.size();
  }

  private List<UUID> meant(Over over, @Nullable StaffId account) {
    if (over.session() != null) {
      return visits.of(over.session(), account);
    }
    return account == null ? List.of() : visits.of(account);
  }

  private void over(UUID visit) {
    visits.end(visit);
    sessions.deleteVisit(visit);
  }

  @Override
  public List<Person> builtIn() {
    return demo.stream().flatMap(own -> own.nation().stream()).toList();
  }

  @Override
  @Transactional
  public Admission admitBuiltIn(String key) {
    return demo.stream()
        .flatMap(own -> own.nation().stream().map(one -> vouched(own, one)))
        .filter(who -> who.groups().contains(key))
        .findFirst()
        .map(this::admit)
        .orElseGet(() -> new Admission.Refused(Refusal.NO_ROLE));
  }

  private Vouched vouched(DemoStaff own, Person one) {
    return new Vouched(
        own.national(),
        "national/" + one.key(),
        Set.of(one.key()),
        one.displayName(),
        null,
        Set.of(),
        clock.instant(),
        null,
        null);
  }
}
