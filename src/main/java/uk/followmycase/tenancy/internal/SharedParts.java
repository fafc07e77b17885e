package uk.followmycase.tenancy.internal;

import java.util.HashMap;
import java.util.Map;
import uk.followmycase.tenancy.ForceSettings;

/** Parts of settings that many forces take from the defaults are kept once. */
final class SharedParts {

  private final Map<Object, Object> parts = new HashMap<>();

  ForceSettings of(ForceSettings settings) {
    return new ForceSettings(
        settings.name(),
        settings.host(),
        once(settings.jurisdiction()),
        settings.welshDuty(),
        settings.zone(),
        settings.open(),
        settings.references(),
        settings.statuses(),
        once(settings.invitations()),
        once(settings.quietHours()),
        settings.channels(),
        settings.contact(),
        once(settings.support()),
        once(settings.brand()),
        once(settings.feedSilentAfter()),
        once(settings.updateEvery()),
        settings.staff(),
        settings.taskWebhook());
  }

  @SuppressWarnings("unchecked")
  private <T> T once(T part) {
    return (T) parts.computeIfAbsent(part, Object.class::cast);
  }
}
