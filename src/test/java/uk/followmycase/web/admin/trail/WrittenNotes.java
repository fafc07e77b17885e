package uk.followmycase.web.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import followmycase.platform.TestDatabaseAutoConfiguration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.isolation.Rows;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.Words;

/**
 * After each test of the whole product: whatever the trail noted has words, also what no list of
 * codes knows of.
 */
public final class WrittenNotes implements TestExecutionListener {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z._-]+");
  private static final String NOTED =
      "select distinct action || ' ' || detail from police.audit_entry where detail is not null";

  @Override
  public void afterTestClass(TestContext test) {
    if (!test.hasApplicationContext()) {
      return;
    }
    var product = test.getApplicationContext();
    var words = new Words(Locale.ENGLISH, product.getBean(Wording.class), ZoneOffset.UTC);
    var database = product.getBean(TestDatabaseAutoConfiguration.Name.class);
    try (var rows = new Rows(database.value())) {
      assertThat(rows.texts(NOTED).stream().filter(noted -> !unsaid(noted, words).isEmpty()))
          .as("notes with codes that have no words, trail.note.<action>.<code>")
          .isEmpty();
    }
  }

  static List<String> unsaid(String noted, Words words) {
    var parts = List.of(noted.split(" "));
    var action = AuditAction.valueOf(parts.getFirst());
    return new Note(action, parts.stream().skip(names(action)).toList())
        .in(words).stream()
            .filter(said -> !said.worded())
            .map(Note.Said::text)
            .filter(text -> CODE.matcher(text).matches() && Handle.parse(text).isEmpty())
            .toList();
  }

  /** The action itself, and the sign-in service or officer whose name begins the note. */
  private static int names(AuditAction action) {
    return switch (action) {
      case STAFF_SIGNED_IN, STAFF_REFUSED, COVER_SET, COVER_ENDED -> 2;
      default -> 1;
    };
  }
}
