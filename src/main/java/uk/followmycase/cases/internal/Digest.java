package uk.followmycase.cases.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A keyed digest as the key of a map; ordered as PostgreSQL orders bytes. */
record Digest(ByteBuffer buffer) implements Comparable<Digest> {

  static final int LENGTH = 16;

  static Digest of(byte[] bytes) {
    return new Digest(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }

  byte[] bytes() {
    var bytes = new byte[buffer.limit()];
    buffer.get(0, bytes);
    return bytes;
  }

  /** Several digests of sixteen bytes in one column, sorted, each once. */
  static byte[] joined(List<byte[]> digests) {
    var sorted = digests.stream().map(Digest::of).distinct().sorted().toList();
    var joined = ByteBuffer.allocate(LENGTH * sorted.size());
    sorted.forEach(digest -> joined.put(digest.bytes()));
    return joined.array();
  }

  /** Whether two joined columns have a digest in common. */
  static boolean meet(byte[] one, byte[] other) {
    for (var at = 0; at < one.length; at += LENGTH) {
      var wanted = of(Arrays.copyOfRange(one, at, at + LENGTH));
      for (var with = 0; with < other.length; with += LENGTH) {
        if (wanted.equals(of(Arrays.copyOfRange(other, with, with + LENGTH)))) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public int compareTo(Digest other) {
    return Arrays.compareUnsigned(bytes(), other.bytes());
  }
}
