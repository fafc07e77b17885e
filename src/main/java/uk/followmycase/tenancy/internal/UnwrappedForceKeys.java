package uk.followmycase.tenancy.internal;

import com.google.crypto.tink.subtle.Random;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** The forces' keys, each unwrapped when it is first needed and kept in memory. */
@Component
final class UnwrappedForceKeys implements ForceKeys {

  private static final String DATA_KEY = "data key";
  private static final int BLIND_BYTES = 16;

  private final Function<ForceId, KeySet> vault;
  private final Map<ForceId, KeySet> unwrapped = new ConcurrentHashMap<>();

  @Autowired
  UnwrappedForceKeys(KeyVault vault) {
    this(vault::load);
  }

  UnwrappedForceKeys(Function<ForceId, KeySet> vault) {
    this.vault = vault;
  }

  @Override
  public DataKey newDataKey(UUID owner) {
    var key = Random.randBytes(KeySet.ROOT_BYTES);
    var wrapped = keys().dataKeys().close(DATA_KEY, owner, key);
    return new CaseKey(key, wrapped, ForceBinding.current().value());
  }

  @Override
  public DataKey dataKey(UUID owner, byte[] wrapped) {
    var key = keys().dataKeys().open(DATA_KEY, owner, wrapped);
    return new CaseKey(key, wrapped, ForceBinding.current().value());
  }

  @Override
  public byte[] seal(String place, UUID row, byte[] clear) {
    return keys().values().close(place, row, clear);
  }

  @Override
  public byte[] open(String place, UUID row, byte[] sealed) {
    return keys().values().open(place, row, sealed);
  }

  @Override
  public byte[] blind(String purpose, String normalised) {
    return keys().blind(purpose, normalised, BLIND_BYTES);
  }

  /** Loaded outside the map's lock: two first requests may both unwrap, to the same end. */
  private KeySet keys() {
    var force = ForceBinding.current();
    var known = unwrapped.get(force);
    if (known != null) {
      return known;
    }
    var loaded = vault.apply(force);
    unwrapped.put(force, loaded);
    return loaded;
  }
}
