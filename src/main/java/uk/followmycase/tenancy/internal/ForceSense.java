package uk.followmycase.tenancy.internal;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Sites;

/** What a schema cannot see: whether the settings of a force make sense together. */
@Component
final class ForceSense {

  private static final double LEAST_CONTRAST = 4.5;
  private static final Duration LONGEST_QUIET = Duration.ofHours(18);
  private static final Duration DAY = Duration.ofDays(1);

  private final Sites sites;
  private final StaffSense staff;
  private final WebhookSense webhook;

  ForceSense(Sites sites, StaffSense staff, WebhookSense webhook) {
    this.sites = sites;
    this.staff = staff;
    this.webhook = webhook;
  }

  void check(ForceSettings settings, LaidYaml yaml) {
    host(settings, yaml);
    references(settings.references(), yaml);
    invitations(settings, yaml);
    quietHours(settings.quietHours(), yaml);
    brand(settings.brand(), yaml);
    staff.check(settings.staff(), yaml);
    webhook.check(settings.taskWebhook(), yaml);
    if (settings.welshDuty() && !settings.name().containsKey("cy")) {
      yaml.fault(
          "name/cy", "is missing", "A force under the Welsh Language Standards has a Welsh name");
    }
  }

  private void host(ForceSettings settings, LaidYaml yaml) {
    var ours = List.of(sites.landing(), sites.signIn(), sites.api(), sites.national());
    if (ours.contains(settings.host()) || ours.contains(Sites.DESK + settings.host())) {
      yaml.fault(
          "host",
          "is one of the product's own hosts",
          "Choose another, or change followmycase.sites");
    }
  }

  private static void references(ForceSettings.References references, LaidYaml yaml) {
    var strip = compiled("references/strip", references.strip(), yaml);
    var pattern = compiled("references/pattern", references.pattern(), yaml);
    if (strip && pattern && Pattern.matches(references.pattern(), "")) {
      yaml.fault(
          "references/pattern", "lets an empty reference pass", "Ask for one character at least");
    }
  }

  private static boolean compiled(String pointer, String pattern, LaidYaml yaml) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException broken) {
      yaml.fault(
          pointer,
          "is no regular expression: " + broken.getDescription(),
          "Write it in single quotes, as java.util.regex.Pattern reads it");
      return false;
    }
  }

  private static void invitations(ForceSettings settings, LaidYaml yaml) {
    var invitations = settings.invitations();
    var remindAfter = invitations.remindAfter();
    if (remindAfter != null && remindAfter.compareTo(invitations.validFor()) >= 0) {
      yaml.fault(
          "invitations/remindAfter",
          "comes after the link has ended",
          "Remind earlier than invitations.validFor, or write null for no reminder");
    }
    if (invitations.validFor().compareTo(DAY) < 0) {
      yaml.fault(
          "invitations/validFor", "is shorter than a day", "Let a link live for a day or more");
    }
    if (settings.feedSilentAfter().compareTo(Duration.ofHours(1)) < 0) {
      yaml.fault(
          "feedSilentAfter", "is shorter than an hour", "Write an hour or more, such as PT36H");
    }
    if (settings.updateEvery().compareTo(DAY) < 0) {
      yaml.fault("updateEvery", "is shorter than a day", "Write a day or more, such as P28D");
    }
  }

  private static void quietHours(ForceSettings.QuietHours quiet, LaidYaml yaml) {
    var length = Duration.between(quiet.from(), quiet.to());
    var wrapped = length.isNegative() ? length.plus(DAY) : length;
    if (wrapped.isZero() || wrapped.compareTo(LONGEST_QUIET) > 0) {
      yaml.fault(
          "quietHours",
          "leave less than six hours a day to send in, or are empty",
          "Write from and to so that they differ and cover 18 hours at most");
    }
  }

  private static void brand(ForceSettings.Brand brand, LaidYaml yaml) {
    contrast("brand/header", brand.header(), "White text on the header", yaml);
    contrast("brand/button", brand.button(), "White text on the button", yaml);
    contrast("brand/link", brand.link(), "A link on white", yaml);
  }

  private static void contrast(String pointer, String colour, String what, LaidYaml yaml) {
    var contrast = Colour.of(colour).contrast(Colour.WHITE);
    if (contrast < LEAST_CONTRAST) {
      yaml.fault(
          pointer,
          "is too light: %s has a contrast of %.1f to 1"
              .formatted(what.toLowerCase(java.util.Locale.ROOT), contrast),
          "Choose a darker colour; WCAG AA asks for 4.5 to 1");
    }
  }
}
