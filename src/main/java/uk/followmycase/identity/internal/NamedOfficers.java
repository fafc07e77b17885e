package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.identity.MachineOfficers;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames.Known;
import uk.followmycase.tenancy.CollarNumber;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.StaffRole;

/**
 * Officers by their collar numbers. Who has been at the desk is the same person here; for others an
 * account opens, so that the trail and their conflicts know them from then on.
 */
@Component
class NamedOfficers implements MachineOfficers {

  private static final String ISSUER = "urn:follow-my-case:collar-number:";

  private final StaffRecords records;
  private final StaffAccounts accounts;
  private final ExclusionRows exclusions;
  private final Clock clock;

  NamedOfficers(
      StaffRecords records, StaffAccounts accounts, ExclusionRows exclusions, Clock clock) {
    this.records = records;
    this.accounts = accounts;
    this.exclusions = exclusions;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<StaffMember> acting(String client, String collarNumber) {
    var collar = CollarNumber.of(collarNumber);
    var all = records.withCollarNumber(collar);
    if (exclusions.any(all.stream().map(Known::id).toList(), records.digest(collar))) {
      return Optional.empty();
    }
    return Optional.of(
            all.stream()
                .min(Comparator.comparing((Known one) -> one.displayName().isEmpty()))
                .orElseGet(() -> open(collar)))
        .map(known -> officer(known, collar, client));
  }

  private StaffMember officer(Known known, String collar, String client) {
    return new StaffMember(
        known.id(),
        ForceBinding.current(),
        Set.of(StaffRole.OFFICER),
        collar,
        Set.of(),
        known.displayName(),
        clock.instant(),
        null,
        client,
        null);
  }

  private Known open(String collar) {
    var account = accounts.of(ISSUER + ForceBinding.current().value(), collar);
    records.seen(account, new StaffVisits.Said(Set.of(), "", collar, Set.of()));
    return new Known(account, "", collar, clock.instant());
  }
}
