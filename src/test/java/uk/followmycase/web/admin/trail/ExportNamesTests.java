package uk.followmycase.web.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailExports.Requester;
import uk.followmycase.audit.TrailQuestion;
import uk.followmycase.audit.TrailQuestion.About;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.StatementCount;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;

/** What requests are about is asked for all at once, however many there are on the page. */
@SpringBootTest
@Import(StatementCount.OfOneThread.class)
class ExportNamesTests {

  private static final int MANY = 30;

  @Autowired Exports pages;
  @Autowired TrailExports exports;
  @Autowired Forces forces;
  @Autowired StatementCount statements;
  @Autowired Clock clock;

  @Test
  void aPageOfManyTakesAsManyStatementsAsAPageOfOne() {
    var force = forces.all().getLast();
    ForceBinding.run(
        force.id(),
        () -> {
          var reader = somebody(force);
          asked(reader);
          var few = statements.of(() -> listed(reader));
          IntStream.range(0, MANY).forEach(n -> asked(reader));
          assertThat(listed(reader)).isGreaterThan(MANY);
          assertThat(statements.of(() -> listed(reader))).isEqualTo(few).isPositive();
        });
  }

  private int listed(StaffMember reader) {
    var page = pages.list("", null, reader).getModel().get("page");
    return ((ExportsPage) Objects.requireNonNull(page)).requests().size();
  }

  private void asked(StaffMember by) {
    var now = clock.instant();
    var about = new About.By(new Actor(Actor.Kind.OFFICER, UUID.randomUUID().toString()));
    exports.ask(
        new Requester(by.actor(), by.displayName(), null),
        new TrailQuestion(about, now.minus(Duration.ofDays(1)), now),
        "complaint");
  }

  private StaffMember somebody(Force force) {
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        force.id(),
        Set.of(StaffRole.DATA_PROTECTION_OFFICER),
        null,
        Set.of(),
        "One",
        clock.instant());
  }
}
