package uk.followmycase.tenancy.internal;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Wording;

/** The bound force's words; where none is bound, the defaults. */
@Component
final class ForceWording implements Wording {

  private final ServedForces forces;

  ForceWording(ServedForces forces) {
    this.forces = forces;
  }

  @Override
  public String text(Locale language, String key, Map<String, ?> values) {
    var text = vocabulary(language).find(key);
    if (text == null) {
      throw new IllegalArgumentException("No text stands for " + key);
    }
    return text.with(values);
  }

  @Override
  public boolean has(Locale language, String key) {
    return vocabulary(language).find(key) != null;
  }

  private Vocabulary vocabulary(Locale language) {
    return forces.words(ForceBinding.ifBound()).in(language);
  }
}
