package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Report;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.KeptPlans;

/** The case files in PostgreSQL. */
@Service
class KeptCaseFiles implements CaseFiles {

  private final TransactionTemplate transactions;
  private final ReceivedReports received;
  private final AnsweredCalls answered;
  private final HeldCases held;
  private final FeedRows feed;
  private final Forces forces;
  private final Clock clock;

  KeptCaseFiles(
      TransactionTemplate transactions,
      ReceivedReports received,
      AnsweredCalls answered,
      HeldCases held,
      FeedRows feed,
      Forces forces,
      Clock clock) {
    this.transactions =
        new TransactionTemplate(
            Objects.requireNonNull(transactions.getTransactionManager()), transactions);
    this.transactions.setName(KeptPlans.MARK);
    this.received = received;
    this.answered = answered;
    this.held = held;
    this.feed = feed;
    this.forces = forces;
    this.clock = clock;
  }

  @Override
  public List<Answer> receive(String client, List<? extends Report> reports) {
    return reports.isEmpty()
        ? List.of()
        : Again.whenInterfered(
            () -> transactions.execute(status -> received.store(client, reports)));
  }

  @Override
  public Once receiveOnce(Call call, Report report, Function<Answer, byte[]> wording) {
    return Again.whenInterfered(() -> transactions.execute(status -> once(call, report, wording)));
  }

  private Once once(Call call, Report report, Function<Answer, byte[]> wording) {
    var before = answered.before(call);
    if (before.isPresent()) {
      return before.get();
    }
    var answer = received.store(call.client(), List.of(report)).getFirst();
    if (answer instanceof Answer.Refused refused) {
      return new Once.Refused(refused);
    }
    var worded = wording.apply(answer);
    answered.keep(call, worded);
    return new Once.Done(worded);
  }

  @Override
  @Transactional
  public Optional<Held> held(String client, CaseReference reference) {
    return held.find(client, reference);
  }

  @Override
  @Transactional(readOnly = true)
  public Feed feed() {
    var last = feed.last().orElse(null);
    var promised = forces.current().settings().feedSilentAfter();
    return new Feed(last, last == null || last.plus(promised).isBefore(clock.instant()));
  }
}
