package uk.followmycase.robustness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line between an instance and the database. When it is cut, neither end hears of it: what is
 * sent is lost, and nobody is told that the other is gone.
 */
final class Cable implements AutoCloseable {

  private static final int WAITING = 100;

  private final int database;
  private final ServerSocket door;
  private final Set<Strand> strands = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** Nothing is connected yet. */
  Cable(int database) {
    this.database = database;
    try {
      door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Who connects now waits for an answer in vain. */
  void cut() {
    cut = true;
    strands.forEach(Strand::cut);
  }

  /** Whoever connects from now on is heard. What was cut stays so, as far as the instance knows. */
  void mend() {
    cut = false;
    strands.stream().filter(Strand::isCut).forEach(Strand::forget);
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        strand(door.accept());
      } catch (IOException closedOrRefused) {
        // The next may be luckier.
      }
    }
  }

  private void strand(Socket instance) throws IOException {
    try {
      var strand =
          new Strand(instance, new Socket(InetAddress.getLoopbackAddress(), database), strands);
      if (cut) {
        strand.cut();
      }
      strand.start();
    } catch (IOException noDatabase) {
      instance.close();
      throw noDatabase;
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      strands.forEach(Strand::end);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
