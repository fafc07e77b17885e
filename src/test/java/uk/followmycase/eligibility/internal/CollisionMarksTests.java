package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.followmycase.eligibility.internal.Register.live;
import static uk.followmycase.eligibility.internal.Register.of;
import static uk.followmycase.eligibility.internal.Register.over;
import static uk.followmycase.eligibility.internal.Register.suspect;

import followmycase.platform.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.PersonFacts.Clash;

class CollisionMarksTests {

  private static final UUID THEFT = new UUID(0, 1);
  private static final UUID ASSAULT = new UUID(0, 2);
  private static final UUID ANNE = new UUID(1, 1);
  private static final UUID BEN = new UUID(1, 2);

  private final Register register = Register.fresh();

  @Test
  void aVictimsPhoneIsFoundOnASuspectOfAnotherCase() {
    register.replace(live(THEFT, of(ANNE, Kind.PHONE, 7), of(BEN, Kind.PHONE, 8)));
    assertThat(register.replace(live(ASSAULT, suspect(Kind.PHONE, 7)))).containsExactly(THEFT);
    assertThat(register.clashes(THEFT, ASSAULT))
        .containsOnlyKeys(ANNE)
        .containsEntry(ANNE, Set.of(Clash.PHONE_OF_OTHER_PARTY));
  }

  @Test
  void theOtherOrderFindsTheSame() {
    register.replace(live(ASSAULT, suspect(Kind.PHONE, 7)));
    assertThat(register.replace(live(THEFT, of(ANNE, Kind.PHONE, 7)))).isEmpty();
    assertThat(register.clashes(THEFT)).containsOnlyKeys(ANNE);
  }

  @Test
  void eachKindOfMarkHasItsClash() {
    register.replace(
        live(
            THEFT,
            of(ANNE, Kind.PHONE, 1),
            of(ANNE, Kind.EMAIL, 2),
            of(ANNE, Kind.ADDRESS, 3),
            of(ANNE, Kind.SOURCE_ID, 4)));
    register.replace(
        live(
            ASSAULT,
            suspect(Kind.PHONE, 1),
            suspect(Kind.EMAIL, 2),
            suspect(Kind.ADDRESS, 3),
            suspect(Kind.SOURCE_ID, 4)));
    assertThat(register.clashes(THEFT)).containsEntry(ANNE, Set.of(Clash.values()));
  }

  @Test
  void kindsAreNotMixed() {
    register.replace(live(THEFT, of(ANNE, Kind.PHONE, 7)));
    assertThat(register.replace(live(ASSAULT, suspect(Kind.SOURCE_ID, 7)))).isEmpty();
    assertThat(register.clashes(THEFT)).isEmpty();
  }

  @Test
  void victimsWhoShareAContactDoNotClash() {
    register.replace(live(THEFT, of(ANNE, Kind.EMAIL, 7)));
    assertThat(register.replace(live(ASSAULT, of(BEN, Kind.EMAIL, 7)))).isEmpty();
    assertThat(register.clashes(THEFT, ASSAULT)).isEmpty();
  }

  @Test
  void aSuspectOfTheOwnCaseCountsEvenWhenItIsOver() {
    register.replace(over(THEFT, of(ANNE, Kind.PHONE, 7), suspect(Kind.PHONE, 7)));
    assertThat(register.clashes(THEFT)).containsOnlyKeys(ANNE);
  }

  @Test
  void aCaseThatIsOverCountsNoLongerForOthers() {
    register.replace(live(THEFT, of(ANNE, Kind.PHONE, 7)), live(ASSAULT, suspect(Kind.PHONE, 7)));
    assertThat(register.replace(over(ASSAULT, suspect(Kind.PHONE, 7)))).containsExactly(THEFT);
    assertThat(register.clashes(THEFT)).isEmpty();
    assertThat(register.replace(live(ASSAULT, suspect(Kind.PHONE, 7)))).containsExactly(THEFT);
    assertThat(register.clashes(THEFT)).containsOnlyKeys(ANNE);
  }

  @Test
  void aRemovedMarkIsJudgedAgain() {
    register.replace(live(ASSAULT, suspect(Kind.PHONE, 7)), live(THEFT, of(ANNE, Kind.PHONE, 7)));
    assertThat(register.replace(live(ASSAULT))).containsExactly(THEFT);
    assertThat(register.clashes(THEFT)).isEmpty();
  }

  @Test
  void aReplayTouchesNobody() {
    register.replace(live(THEFT, of(ANNE, Kind.PHONE, 7)));
    var suspect = live(ASSAULT, suspect(Kind.PHONE, 7), suspect(Kind.PHONE, 7));
    register.replace(suspect);
    assertThat(register.replace(suspect)).isEmpty();
  }

  @Test
  void anotherForceIsNotLookedAt() {
    var database = TestDatabase.fresh();
    var one = Register.on(database, 1);
    var two = Register.on(database, 2);
    one.replace(live(ASSAULT, suspect(Kind.PHONE, 7)));
    two.replace(live(THEFT, of(ANNE, Kind.PHONE, 7)));
    assertThat(two.clashes(THEFT)).isEmpty();
  }

  @Test
  void aCaseStandsInABatchOnce() {
    assertThatThrownBy(() -> register.replace(live(THEFT), live(THEFT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSnapshotOlderThanTheWaitIsRefused() {
    register.transactions().setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    assertThatThrownBy(() -> register.inTransaction(r -> r.replace(List.of(live(THEFT)))))
        .hasMessageContaining("READ COMMITTED");
  }
}
