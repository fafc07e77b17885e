package uk.followmycase.delivery.internal;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import uk.followmycase.support.NodeProgram;

/** Amazon's services as others rebuilt them in JavaScript, started once for all tests. */
final class Emulators {

  private static @Nullable Emulators running;

  private final NodeProgram program = NodeProgram.start("emulators.mjs");

  static synchronized Emulators running() {
    if (running == null) {
      running = new Emulators();
    }
    return running;
  }

  URI ses() {
    return at(program.ports().get(0));
  }

  URI sns() {
    return at(program.ports().get(1));
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
