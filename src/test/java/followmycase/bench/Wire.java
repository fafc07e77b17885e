package followmycase.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that sends ready-made bytes. It costs next to nothing, so that on a
 * small machine the product is measured and not the measuring.
 */
final class Wire implements Closeable {

  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final int port;
  private Socket socket;
  private InputStream in;

  Wire(int port) throws IOException {
    this.port = port;
    this.socket = connected(port);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
  }

  /** What came back. */
  record Answer(int status, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** A request ready to be sent any number of times. */
  static byte[] request(String call, String host, String more, byte[] body) {
    var head =
        call + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Content-Length: " + body.length;
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  Answer send(byte[] request) throws IOException {
    try {
      return sent(request);
    } catch (IOException closed) {
      reconnect();
      return sent(request);
    }
  }

  private Answer sent(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var length = 0;
    var chunked = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      length =
          lower.startsWith(LENGTH)
              ? Integer.parseInt(lower.substring(LENGTH.length()).strip())
              : length;
      chunked |= lower.equals(CHUNKED);
    }
    return new Answer(status, chunked ? chunks() : in.readNBytes(length));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (var size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
      body.writeBytes(in.readNBytes(size));
      line();
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private String line() throws IOException {
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

  private void reconnect() throws IOException {
    socket.close();
    socket = connected(port);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
  }

  private static Socket connected(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
