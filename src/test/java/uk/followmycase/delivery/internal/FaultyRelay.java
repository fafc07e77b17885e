package uk.followmycase.delivery.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail relay that answers each command as it is told, or not at all. */
final class FaultyRelay implements AutoCloseable {

  /** For an answer: hang up instead. */
  static final String HANG_UP = "hang up";

  /** For an answer: say nothing. */
  static final String SILENCE = "silence";

  /** The command that ends a message. */
  static final String DOT = ".";

  private final ServerSocket server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> greeted = new ConcurrentLinkedQueue<>();

  FaultyRelay() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Answers a command's first word so. */
  void answers(String command, String answer) {
    answers.put(command, answer);
  }

  /** How many messages it read to the end, whatever it then said. */
  int taken() {
    return taken.size();
  }

  /** By which names it was greeted. */
  List<String> greeted() {
    return List.copyOf(greeted);
  }

  private void serve() {
    try {
      while (true) {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void talk(Socket socket) {
    try (socket;
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      say(socket, answers.getOrDefault("", "220 ready"));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var command = line.split("[ :]", 2)[0];
        if (command.equals("EHLO")) {
          greeted.add(line.substring("EHLO ".length()));
        }
        var answer = answers.getOrDefault(command, usual(command));
        if (answer.equals(HANG_UP)) {
          return;
        }
        say(socket, answer);
        if (answer.startsWith("354")) {
          message(socket, in);
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  private void message(Socket socket, BufferedReader in) throws IOException {
    var line = in.readLine();
    while (line != null && !line.equals(DOT)) {
      line = in.readLine();
    }
    taken.add("message");
    var answer = answers.getOrDefault(DOT, "250 queued");
    if (answer.equals(HANG_UP)) {
      socket.close();
    } else {
      say(socket, answer);
    }
  }

  private static String usual(String command) {
    return command.equals("DATA") ? "354 go on" : "250 fine";
  }

  private static void say(Socket socket, String answer) throws IOException {
    if (!answer.equals(SILENCE)) {
      socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
