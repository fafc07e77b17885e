package uk.followmycase.tenancy.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SortedMap;
import uk.followmycase.tenancy.Forces.Fault;

/**
 * The files of a force, or of the defaults, as they were at start.
 *
 * @param slug the folder's name
 * @param files text by name below the folder, with forward slashes
 * @param faults what could not be read
 */
record Folder(String slug, SortedMap<String, String> files, List<Fault> faults) {

  static final String DEFAULT = "_default";

  /** The file as messages name it. */
  String path(String name) {
    return slug + "/" + name;
  }

  /** SHA-256 of names and texts, each after its length, and of what they lie over. */
  byte[] digest(byte[] under) {
    var digest = sha256();
    digest.update(under);
    files.forEach(
        (name, text) -> {
          for (var part : List.of(name, text)) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
          }
        });
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
