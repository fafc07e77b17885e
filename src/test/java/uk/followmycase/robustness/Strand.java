package uk.followmycase.robustness;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;

/** One connection through a cable. */
final class Strand {

  private static final int PIECE = 16 * 1024;

  private final Socket instance;
  private final Socket database;
  private final Set<Strand> all;
  private volatile boolean cut;

  Strand(Socket instance, Socket database, Set<Strand> all) throws IOException {
    this.instance = instance;
    this.database = database;
    this.all = all;
    instance.setTcpNoDelay(true);
    database.setTcpNoDelay(true);
    all.add(this);
  }

  void start() {
    Thread.ofVirtual().start(() -> pass(instance, database));
    Thread.ofVirtual().start(() -> pass(database, instance));
  }

  void cut() {
    cut = true;
  }

  boolean isCut() {
    return cut;
  }

  /** The database learns at last that nobody is there; the instance does not. */
  void forget() {
    gone(database);
  }

  /** Both ends are told. */
  void end() {
    close(instance);
    close(database);
    all.remove(this);
  }

  private void pass(Socket from, Socket to) {
    try {
      var piece = new byte[PIECE];
      for (var read = from.getInputStream().read(piece); read >= 0; ) {
        if (!cut) {
          to.getOutputStream().write(piece, 0, read);
        }
        read = from.getInputStream().read(piece);
      }
    } catch (IOException ended) {
      // As good as closed.
    }
    if (cut) {
      gone(from);
    } else {
      end();
    }
  }

  /** The other end knows nothing of it. */
  private void gone(Socket one) {
    close(one);
    if (instance.isClosed() && database.isClosed()) {
      all.remove(this);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is.
    }
  }
}
