package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.NamedSecrets;

/** The secrets of a provider, where a force's files say that they are. */
@Component
class Secrets {

  private final NamedSecrets secrets;

  Secrets(Environment environment) {
    this.secrets = new NamedSecrets(environment);
  }

  /**
   * The secret that a setting names.
   *
   * @throws IllegalStateException when it is not there; the check at start has seen to that
   */
  String of(Sender via, String setting) {
    return find(via, setting)
        .orElseThrow(() -> new IllegalStateException("No secret where " + setting + " says"));
  }

  /** The secret that a setting names, if it is there. */
  Optional<String> find(Sender via, String setting) {
    return via.setting(setting).flatMap(secrets::at);
  }

  /** Those of the settings that name a secret which is not there. */
  List<Unfit> missing(Sender via, String... settings) {
    return Stream.of(settings)
        .filter(setting -> via.setting(setting).filter(it -> secrets.at(it).isEmpty()).isPresent())
        .map(Secrets::missing)
        .toList();
  }

  /** What stands there is not told: it may be the secret itself, put there by mistake. */
  private static Unfit missing(String setting) {
    return new Unfit(setting, "names a secret that is not there", NamedSecrets.ADVICE);
  }
}
