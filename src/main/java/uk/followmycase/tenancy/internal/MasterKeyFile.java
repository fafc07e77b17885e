package uk.followmycase.tenancy.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The master key in a file: a Tink keyset, so that a new key can be put in front of older ones. It
 * is made where it is missing, except in production, where a missing file means a missing mount.
 */
@Component
final class MasterKeyFile implements MasterKey {

  private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);

  private final Aead aead;

  @Autowired
  MasterKeyFile(KeySettings settings, Environment environment) {
    this(settings.file(), environment.acceptsProfiles(Profiles.of("production")));
  }

  MasterKeyFile(Path file, boolean production) {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) {
        if (production) {
          throw missing(file);
        }
        make(file);
      }
      aead = read(file).getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The master key in " + file + " cannot be read or written", unreadable);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(
          "The master key in " + file + " is no Tink keyset in JSON: restore it from its backup",
          broken);
    }
  }

  @Override
  public byte[] wrap(byte[] key, byte[] use) throws GeneralSecurityException {
    return aead.encrypt(key, use);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] use) throws GeneralSecurityException {
    return aead.decrypt(wrapped, use);
  }

  private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), InsecureSecretKeyAccess.get());
  }

  /** Written beside its place first, so that nobody ever reads half a key. */
  private static void make(Path file) throws IOException, GeneralSecurityException {
    var target = file.toAbsolutePath();
    var folder = Files.createDirectories(target.resolveSibling(""));
    var fresh = Files.createTempFile(folder, "master", ".new");
    var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Files.writeString(
        fresh, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    try {
      Files.createLink(target, fresh);
      LOG.info("Made a master key in {}. Back it up: without it nothing sealed can be read", file);
    } catch (FileAlreadyExistsException madeByAnotherStart) {
      LOG.debug("Another start made the master key first");
    } finally {
      Files.delete(fresh);
    }
  }

  private static IllegalStateException missing(Path file) {
    return new IllegalStateException(
        "There is no master key in "
            + file
            + ". Production never makes one by itself: set followmycase.keys.file to the file that"
            + " holds it, and check that it is mounted");
  }
}
