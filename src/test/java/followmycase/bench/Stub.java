package followmycase.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A provider that speaks as Amazon SES does and answers after a while, always well. It costs next
 * to nothing, and keeps who was sent something and when.
 */
final class Stub implements Closeable {

  private static final int WAITING = 2_000;
  private static final Duration TAKES = Duration.ofMillis(20);
  private static final Pattern TO = Pattern.compile("\"ToAddresses\":\\[\"([^\"]+)\"");
  private static final Pattern FORCE = Pattern.compile("\"Name\":\"force\",\"Value\":\"([^\"]+)\"");
  private static final byte[] TAKEN =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"MessageId\":\"taken\"}"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final AtomicInteger taken = new AtomicInteger();
  private final long begun = System.nanoTime();
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  Stub() throws IOException {
    server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /** The channels of a force that sends by this provider. */
  String channels() {
    return """
        {text: {provider: demo, sender: Bench}, discreet-text: {provider: demo, sender: Notices},
          email: {provider: ses, sender: no-reply@bench.example, settings: {region: eu-west-2,
            accessKey: property:bench-key, secretKey: property:bench-key, endpoint: "http://127.0.0.1:%1$d"}},
          discreet-email: {provider: ses, sender: no-reply@notices.example, settings: {region: eu-west-2,
            accessKey: property:bench-key, secretKey: property:bench-key, endpoint: "http://127.0.0.1:%1$d"}}}\
        """
        .formatted(server.getLocalPort());
  }

  /** How many messages it took. */
  int taken() {
    return taken.get();
  }

  /** When it had answered for the last message of a force to somebody; long ago for none. */
  long at(String force, String to) {
    return last.getOrDefault(force + "/" + to, begun);
  }

  private void listen() {
    try {
      while (true) {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 1 << 13);
      while (true) {
        var body = body(in);
        TimeUnit.NANOSECONDS.sleep(TAKES.toNanos());
        socket.getOutputStream().write(TAKEN);
        note(body);
      }
    } catch (IOException | InterruptedException gone) {
      return;
    }
  }

  private void note(String body) {
    var to = TO.matcher(body);
    var force = FORCE.matcher(body);
    if (!to.find() || !force.find()) {
      throw new IllegalStateException("Not an e-mail: " + body);
    }
    last.put(force.group(1) + "/" + to.group(1), System.nanoTime());
    taken.incrementAndGet();
  }

  private static String body(InputStream in) throws IOException {
    var length = 0;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    if (length == 0) {
      throw new IllegalStateException("A request without a length");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
