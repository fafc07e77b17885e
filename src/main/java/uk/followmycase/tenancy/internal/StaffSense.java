package uk.followmycase.tenancy.internal;

import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.NamedSecrets;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.StaffProvider;

/** Whether a force's identity providers make sense together, and their secrets are at hand. */
@Component
final class StaffSense {

  private final Sites sites;
  private final NamedSecrets secrets;

  StaffSense(Sites sites, NamedSecrets secrets) {
    this.sites = sites;
    this.secrets = secrets;
  }

  void check(List<StaffProvider> providers, LaidYaml yaml) {
    var names = new HashSet<String>();
    for (var i = 0; i < providers.size(); i++) {
      var provider = providers.get(i);
      var at = "staff/" + i + "/";
      if (!names.add(provider.name())) {
        yaml.fault(at + "name", "stands twice", "Give each provider a name of its own");
      }
      secret(provider, at, yaml);
      issuer(provider, at, yaml);
    }
  }

  private void secret(StaffProvider provider, String at, LaidYaml yaml) {
    if (secrets.at(provider.clientSecret()).isEmpty()) {
      yaml.fault(at + "clientSecret", "names a secret that is not there", NamedSecrets.ADVICE);
    }
  }

  private void issuer(StaffProvider provider, String at, LaidYaml yaml) {
    if (provider.issuer().startsWith("http:") && !"http".equals(sites.scheme())) {
      yaml.fault(
          at + "issuer",
          "is not encrypted",
          "Write an https address; http is for one's own machine");
    }
  }
}
