package uk.followmycase.delivery.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lines of a file from the last to the first, a block at a time. */
final class LinesFromTheEnd {

  private static final int BLOCK = 64 * 1024;

  private final FileChannel file;
  private final Deque<byte[]> lines = new ArrayDeque<>();

  /** Everything from here on was given out or waits in {@code lines}, but for {@code head}. */
  private long position;

  /** Beginning of the earliest block read: the end of a line that starts before it. */
  private byte[] head = {};

  LinesFromTheEnd(FileChannel file) throws IOException {
    this.file = file;
    this.position = file.size();
  }

  /** The next line towards the beginning, or null when there is none. */
  @Nullable String next() throws IOException {
    while (lines.isEmpty() && position > 0) {
      readBlock();
    }
    var line = lines.poll();
    return line == null ? null : new String(line, StandardCharsets.UTF_8);
  }

  private void readBlock() throws IOException {
    var size = (int) Math.min(BLOCK, position);
    position -= size;
    var block = ByteBuffer.allocate(size + head.length);
    block.limit(size);
    while (block.hasRemaining() && file.read(block, position + block.position()) >= 0) {
      // A channel may give less than was asked for.
    }
    block.limit(block.capacity()).position(size).put(head);
    split(block.array());
  }

  private void split(byte[] bytes) {
    var line = new ByteArrayOutputStream();
    var first = position > 0;
    head = new byte[0];
    for (var one : bytes) {
      if (one != '\n') {
        line.write(one);
      } else {
        keep(line.toByteArray(), first);
        line.reset();
        first = false;
      }
    }
    keep(line.toByteArray(), first);
  }

  private void keep(byte[] line, boolean goesOn) {
    if (goesOn) {
      head = line;
    } else if (line.length > 0) {
      lines.push(line);
    }
  }
}
