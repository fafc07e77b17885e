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
      load.add(force, leases(force, Urgency.PROMPT, 10));
    }
  }

  private List<Lease> leases(ForceId force, Urgency urgency, int count) {
    return LongStream.range(0, count)
        .mapToObj(
            number -> new Lease(force, Handle.rowId(), urgency, Channel.TEXT, token++, 0, false))
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
    assertThat(load.room().most()).isPositive();
    assertThat(load.full(new ForceId(4))).isFalse();
  }

  @Test
  void largeBatchesLeaveAThirdToWhatIsToldSingly() {
    for (var force : List.of(ONE, TWO, THREE)) {
      while (!load.fullOfBulk(force) && load.room().bulk() > 0) {
        load.add(force, leases(force, Urgency.BULK, 10));
      }
      assertThat(load.full(force)).isFalse();
    }
    assertThat(load.tokens()).hasSize(Parcels.SETTINGS.inFlight() * 2 / 3);
    assertThat(load.room()).isEqualTo(new Load.Room(Parcels.SETTINGS.batch(), 0));
  }

  /** Whose batch is under way has single notices, too. */
  @Test
  void wholeSharesOfBatchesLeaveTheThirdToTheirOwnForces() {
    var share = Parcels.SETTINGS.share();
    for (var force : List.of(ONE, TWO)) {
      load.add(force, leases(force, Urgency.BULK, share));
      load.add(force, leases(force, Urgency.BULK, share));
    }
    assertThat(load.room().bulk()).isZero();
    for (var force : List.of(ONE, TWO, THREE)) {
      assertThat(load.full(force)).isFalse();
      stall(force);
    }
    assertThat(load.room().most()).isPositive();
  }

  @Test
  void whatIsOverMakesRoomAgain() {
    var empty = load.room();
    var some = leases(ONE, Urgency.BULK, Parcels.SETTINGS.inFlight());
    load.add(ONE, some);
    assertThat(load.room()).isEqualTo(new Load.Room(0, 0));
    load.remove(ONE, some);
    assertThat(load.room()).isEqualTo(empty);
    assertThat(load.fullOfBulk(ONE)).isFalse();
  }
}
