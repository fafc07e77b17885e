package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** However many forces have a provider that stalls, the next force finds room. */
class FairShareTests {

  private static final ForceId ONE = new ForceId(1);
  private static final ForceId TWO = new ForceId(2);
  private static final ForceId THREE = new ForceId(3);

  private final Load load = new Load(Parcels.SETTINGS);
  private long token;

  private void stall(ForceId force) {
    while (!load.full(force)) {
      load.add(force, leases(force, 10));
    }
  }

  private List<Lease> leases(ForceId force, int count) {
    return LongStream.range(0, count)
        .mapToObj(
            number ->
                new Lease(force, Handle.rowId(), Urgency.PROMPT, Channel.TEXT, token++, 0, false))
        .toList();
  }

  @Test
  void aForceAloneMayHaveHalf() {
    stall(ONE);
    assertThat(load.tokens()).hasSize(Parcels.SETTINGS.inFlightForForce());
  }

  @Test
  void forcesThatStallLeaveRoomForTheNext() {
    stall(ONE);
    stall(TWO);
    stall(THREE);
    assertThat(load.room()).isPositive();
    assertThat(load.full(new ForceId(4))).isFalse();
  }
}
