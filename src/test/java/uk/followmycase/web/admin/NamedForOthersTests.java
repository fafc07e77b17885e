package uk.followmycase.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;

/** Whoever names a conflict for a colleague sees for whom before anything is named. */
@WholeProductTest
class NamedForOthersTests {

  private static final String DESK = "desk." + Place.OXFORD.host();
  private static final String PATH = "/desk/conflicts/others";

  private final String relative = "Nia " + UUID.randomUUID();

  @Test
  void theNameIsShownFirst() {
    AtDesk.signedIn(DESK, "officer");
    var officer = AtDesk.signedIn(DESK, "data-protection-officer");
    var asked = officer.send(PATH, typed("1001", "")).body();
    assertThat(asked).contains("To be named for Sam Carter (1001)", "Yes, this is the right");
    assertThat(officer.send(PATH, Map.of("collar", "1001")).body())
        .as("nothing is named yet")
        .doesNotContain(relative);
    assertThat(officer.send(PATH, typed("1001", "1002")).body())
        .as("agreed to for another")
        .contains("To be named for Sam Carter (1001)");
    assertThat(officer.send(PATH, typed(" 1001 ", "1001")).body())
        .contains("Named for Sam Carter (1001)", "<strong>" + relative + "</strong>")
        .doesNotContain("To be named for");
  }

  @Test
  void anUnknownNumberIsSaidToBeOneAndWrittenAsItIsKept() {
    var officer = AtDesk.signedIn(DESK, "data-protection-officer");
    assertThat(officer.send(PATH, typed("pc9411", "")).body())
        .contains("somebody not known here (PC9411)", "Nobody with the number PC9411");
  }

  private Map<String, String> typed(String collar, String confirmed) {
    return new HashMap<>(
        Map.of("collar", collar, "kind", "name", "text", relative, "confirmed", confirmed));
  }
}
