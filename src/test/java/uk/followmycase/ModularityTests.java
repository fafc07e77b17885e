package uk.followmycase;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

  @Test
  void modulesKeepToTheirPlaces() {
    MODULES.verify();
  }
}
