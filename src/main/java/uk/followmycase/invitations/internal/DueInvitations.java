package uk.followmycase.invitations.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/** Reminds and expires, whichever force it is, one force a transaction. */
@Component
class DueInvitations {

  private static final Logger LOG = LoggerFactory.getLogger(DueInvitations.class);
  private static final int AT_ONCE = 200;

  private final DueHeads heads;
  private final Ageing ageing;
  private final Forces forces;
  private final Clock clock;

  DueInvitations(DueHeads heads, Ageing ageing, Forces forces, Clock clock) {
    this.heads = heads;
    this.ageing = ageing;
    this.forces = forces;
    this.clock = clock;
  }

  void handle() {
    var served = forces.all().stream().map(Force::id).toList();
    List<DueHeads.Head> leased;
    do {
      leased = heads.lease(clock.instant(), served, AT_ONCE);
      leased.stream()
          .collect(groupingBy(DueHeads.Head::force, mapping(DueHeads.Head::invitation, toList())))
          .forEach(this::handle);
    } while (leased.size() == AT_ONCE);
  }

  /** One force's trouble is no other's: its leases lapse and it is tried again. */
  private void handle(ForceId force, List<UUID> invitations) {
    try {
      ForceBinding.run(force, () -> ageing.of(invitations));
    } catch (RuntimeException failed) {
      LOG.error(
          "Invitations of {} could not be reminded or expired: {}",
          force,
          failed.getClass().getName());
    }
  }
}
