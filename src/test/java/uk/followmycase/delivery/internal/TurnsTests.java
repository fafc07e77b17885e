package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.Handle;

/** Forces are served in turn, each class by itself. */
class TurnsTests {

  private static final ForceId ONE = new ForceId(1);
  private static final ForceId TWO = new ForceId(2);
  private static final ForceId THREE = new ForceId(3);

  private final Turns turns = new Turns();

  private List<ForceId> bulk(ForceId... served) {
    return turns.of(List.of(served)).getOrDefault(Urgency.BULK, List.of());
  }

  private void had(ForceId force, Urgency urgency) {
    turns.had(List.of(new Lease(force, Handle.rowId(), urgency, Channel.TEXT, 1, 0, false)));
  }

  @Test
  void whoeverWasServedGoesToTheEnd() {
    assertThat(bulk(ONE, TWO, THREE)).containsExactly(ONE, TWO, THREE);
    had(ONE, Urgency.BULK);
    assertThat(bulk(ONE, TWO, THREE)).containsExactly(TWO, THREE, ONE);
    had(TWO, Urgency.BULK);
    assertThat(bulk(ONE, TWO, THREE)).containsExactly(THREE, ONE, TWO);
  }

  @Test
  void whoeverIsPassedOverKeepsItsPlace() {
    assertThat(bulk(ONE, TWO, THREE)).containsExactly(ONE, TWO, THREE);
    assertThat(bulk(TWO, THREE)).containsExactly(TWO, THREE);
    had(TWO, Urgency.BULK);
    assertThat(bulk(ONE, TWO, THREE)).containsExactly(ONE, THREE, TWO);
  }

  @Test
  void oneClassTakesNoTurnOfAnother() {
    assertThat(bulk(ONE, TWO)).containsExactly(ONE, TWO);
    had(ONE, Urgency.PROMPT);
    assertThat(bulk(ONE, TWO)).containsExactly(ONE, TWO);
  }
}
