package uk.followmycase.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.SealBroken;

/** What is sealed opens in its own place alone. */
class SealingTests {

  private static final ForceId ONE = new ForceId(1);
  private static final ForceId TWO = new ForceId(2);
  private static final byte[] SHARED_ROOT = Random.randBytes(KeySet.ROOT_BYTES);

  private final UnwrappedForceKeys keys = forceKeys();

  @Property(tries = 200, seed = "1")
  void aValueOpensWhereItWasSealed(
      @ForAll("ids") UUID owner, @ForAll("ids") UUID row, @ForAll @Size(max = 300) byte[] clear) {
    var key = in(ONE, () -> keys.newDataKey(owner));
    var again = in(ONE, () -> keys.dataKey(owner, key.wrapped()));
    assertThat(again.open("t", row, key.seal("t", row, clear))).isEqualTo(clear);
    assertThat(in(ONE, () -> keys.open("t", row, keys.seal("t", row, clear)))).isEqualTo(clear);
  }

  @Property(tries = 200, seed = "2")
  void aMovedValueIsRefused(
      @ForAll("ids") UUID row, @ForAll("ids") UUID other, @ForAll byte[] clear) {
    var key = in(ONE, () -> keys.newDataKey(row));
    var sealed = key.seal("case", row, clear);
    refused(() -> key.open("update", row, sealed));
    refused(() -> key.open("cas", row, sealed));
    if (!row.equals(other)) {
      refused(() -> key.open("case", other, sealed));
      var own = in(ONE, () -> keys.seal("case", row, clear));
      refused(() -> in(ONE, () -> keys.open("case", other, own)));
    }
  }

  @Property(tries = 200, seed = "3")
  void aChangedValueIsRefused(
      @ForAll("ids") UUID row, @ForAll byte[] clear, @ForAll @IntRange(max = 10_000) int at) {
    var key = in(ONE, () -> keys.newDataKey(row));
    var sealed = key.seal("case", row, clear);
    sealed[at % sealed.length] ^= 1;
    refused(() -> key.open("case", row, sealed));
    var wrapped = key.wrapped();
    wrapped[at % wrapped.length] ^= 1;
    refused(() -> in(ONE, () -> keys.dataKey(row, wrapped)));
  }

  @Property(tries = 200, seed = "4")
  void anotherOwnersOrForcesValueIsRefused(
      @ForAll("ids") UUID owner, @ForAll("ids") UUID other, @ForAll byte[] clear) {
    var key = in(ONE, () -> keys.newDataKey(owner));
    var sealed = key.seal("case", owner, clear);
    refused(() -> in(ONE, () -> keys.newDataKey(owner)).open("case", owner, sealed));
    refused(() -> in(TWO, () -> keys.dataKey(owner, key.wrapped())));
    if (!owner.equals(other)) {
      refused(() -> in(ONE, () -> keys.dataKey(other, key.wrapped())));
    }
  }

  @Property(tries = 100, seed = "5")
  void theForceIsPartOfThePlaceEvenUnderOneKey(@ForAll("ids") UUID row, @ForAll byte[] clear)
      throws GeneralSecurityException {
    var sealed = new KeySet(SHARED_ROOT, 1).values().close("t", row, clear);
    var other = new KeySet(SHARED_ROOT, 2).values();
    refused(() -> other.open("t", row, sealed));
    var ofOne = new CaseKey(SHARED_ROOT, sealed, 1).seal("t", row, clear);
    refused(() -> new CaseKey(SHARED_ROOT, sealed, 2).open("t", row, ofOne));
  }

  @Property(tries = 100, seed = "6")
  void blindDigestsAgreeWithinForceAndPurposeOnly(@ForAll String value) {
    var digest = in(ONE, () -> keys.blind("phone", value));
    assertThat(digest).hasSize(16).isEqualTo(in(ONE, () -> keys.blind("phone", value)));
    assertThat(digest).isNotEqualTo(in(ONE, () -> keys.blind("email", value)));
    assertThat(digest).isNotEqualTo(in(TWO, () -> keys.blind("phone", value)));
    assertThat(digest).isNotEqualTo(in(ONE, () -> keys.blind("phone", value + "x")));
  }

  @Provide
  Arbitrary<UUID> ids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  private static <T> T in(ForceId force, Supplier<T> work) {
    return ForceBinding.call(force, work::get);
  }

  private static void refused(Supplier<?> opening) {
    assertThatThrownBy(opening::get).isInstanceOf(SealBroken.class);
  }

  private static UnwrappedForceKeys forceKeys() {
    try {
      AeadConfig.register();
      var one = new KeySet(Random.randBytes(KeySet.ROOT_BYTES), 1);
      var two = new KeySet(Random.randBytes(KeySet.ROOT_BYTES), 2);
      return new UnwrappedForceKeys(force -> force.equals(ONE) ? one : two);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
