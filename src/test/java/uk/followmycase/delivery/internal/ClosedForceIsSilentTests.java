package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.support.OneForceClosed;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

@DeliveryTest
class ClosedForceIsSilentTests {

  @Autowired Post post;
  @Autowired Outbox outbox;
  @Autowired Forces forces;

  @DynamicPropertySource
  static void oneForceIsClosed(DynamicPropertyRegistry settings) throws IOException {
    var copied = Files.createTempDirectory(Path.of("target"), "tenants");
    OneForceClosed.in(copied);
    settings.add("followmycase.tenants", copied::toString);
  }

  @Test
  void whatAClosedForceQueuedDoesNotLeave() {
    var kept = post.queued(force(false), Kind.INVITATION, "kept");
    post.queued(force(true), Kind.INVITATION, "told");
    outbox.start();
    try {
      assertThat(post.eventually("HANDED_OVER", 1)).isTrue();
    } finally {
      outbox.stop();
    }
    assertThat(post.state(kept)).isEqualTo("WAITING");
  }

  private ForceId force(boolean open) {
    return forces.all().stream()
        .filter(force -> force.settings().open() == open)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
