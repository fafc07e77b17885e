package uk.followmycase.tenancy.internal;

import java.net.URI;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.NamedSecrets;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.TaskWebhook;

/** Whether a force's webhook can be called safely, and its keys are at hand and strong. */
@Component
final class WebhookSense {

  private static final String AT = "taskWebhook/";
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1");

  /** A name of more than one part: numbers and bare names are machines inside. */
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private final Sites sites;
  private final NamedSecrets secrets;

  WebhookSense(Sites sites, NamedSecrets secrets) {
    this.sites = sites;
    this.secrets = secrets;
  }

  void check(@Nullable TaskWebhook webhook, LaidYaml yaml) {
    if (webhook == null) {
      return;
    }
    address(URI.create(webhook.url()), yaml);
    var ids = new HashSet<String>();
    for (var i = 0; i < webhook.keys().size(); i++) {
      var key = webhook.keys().get(i);
      if (!ids.add(key.id())) {
        yaml.fault(AT + "keys/" + i + "/id", "stands twice", "Give each key an id of its own");
      }
      secret(key, AT + "keys/" + i + "/secret", yaml);
    }
  }

  private void address(URI url, LaidYaml yaml) {
    var host = url.getHost() == null ? "" : url.getHost();
    var own = "http".equals(sites.scheme()) && OWN_MACHINE.contains(host);
    if (own) {
      return;
    }
    if (!"https".equals(url.getScheme())) {
      yaml.fault(
          AT + "url", "is not encrypted", "Write an https address; http is for one's own machine");
    }
    if (!NAME.matcher(host).matches()
        || host.endsWith(".localhost")
        || host.endsWith(".internal")) {
      yaml.fault(
          AT + "url",
          "names a machine inside",
          "Name the host as the internet knows it, in lower case");
    }
  }

  private void secret(TaskWebhook.Key key, String at, LaidYaml yaml) {
    var found = secrets.at(key.secret());
    if (found.isEmpty()) {
      yaml.fault(at, "names a secret that is not there", NamedSecrets.ADVICE);
    } else if (!strong(found.get())) {
      yaml.fault(
          at,
          "names a secret that is no key",
          "Make one of 24 to 64 random bytes: whsec_ and their base64");
    }
  }

  private static boolean strong(String secret) {
    try {
      var bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return secret.startsWith(PREFIX) && bytes >= SHORTEST && bytes <= LONGEST;
    } catch (IllegalArgumentException | IndexOutOfBoundsException noKey) {
      return false;
    }
  }
}
