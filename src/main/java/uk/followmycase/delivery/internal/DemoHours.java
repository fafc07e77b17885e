package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.SafeHours;

/**
 * The demonstration's phone wakes nobody: whoever tries it at night gets the messages at once. The
 * forces' own quiet hours stand as they are; this only does not ask for them.
 */
@Component
@Primary
@ConditionalOnBooleanProperty(DemoHours.SETTING)
class DemoHours implements SafeHours {

  static final String SETTING = "followmycase.demo-at-any-hour";

  DemoHours(Environment environment) {
    if (!environment.acceptsProfiles(Profiles.of("demo & !production"))) {
      throw new IllegalStateException(
          SETTING + " is for the demo profile alone: elsewhere it would wake people at night");
    }
  }

  @Override
  public Instant next(Instant wanted, @Nullable ZoneId zone) {
    return wanted;
  }
}
