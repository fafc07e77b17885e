package uk.followmycase.robustness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A stream of the records API whose answers are read while its lines are still being sent. */
final class OpenStream implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final StringBuilder unread = new StringBuilder();

  OpenStream(int port, String token, List<String> lines) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    in = socket.getInputStream();
    Thread.startVirtualThread(() -> send(port, token, lines));
    var status = line();
    if (!status.contains(" 200")) {
      throw new IllegalStateException(status);
    }
    while (!line().isEmpty()) {
      continue;
    }
  }

  /** The next answer; empty when the connection was cut or everything is answered. */
  Optional<String> answer() {
    try {
      while (unread.indexOf("\n") < 0) {
        var size = Integer.parseInt(line(), 16);
        var chunk = in.readNBytes(size);
        if (size == 0 || chunk.length < size) {
          return Optional.empty();
        }
        unread.append(new String(chunk, StandardCharsets.UTF_8));
        line();
      }
    } catch (IOException | NumberFormatException cut) {
      return Optional.empty();
    }
    var end = unread.indexOf("\n");
    var answer = unread.substring(0, end);
    unread.delete(0, end + 1);
    return Optional.of(answer);
  }

  /** A sender that is cut off has nothing more to say. */
  private void send(int port, String token, List<String> lines) {
    try {
      var body = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      var head =
          """
          POST /api/v1/stream HTTP/1.1
          Host: api.localhost:%d
          Authorization: Bearer %s
          Content-Type: application/x-ndjson
          Content-Length: %d

          """
              .formatted(port, token, body.length)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
    } catch (IOException cut) {
      return;
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Cut off");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
