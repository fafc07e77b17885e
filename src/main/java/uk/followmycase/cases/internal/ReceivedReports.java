package uk.followmycase.cases.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.Report;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Stores a batch of reports, in the transaction that runs. */
@Component
class ReceivedReports {

  private final ForceKeys keys;
  private final OpeningCases opening;
  private final WritingTimelines timelines;
  private final WritingPeople people;
  private final CaseRows cases;
  private final ClosedTasks closed;
  private final Judging judging;
  private final Consequences consequences;
  private final UpdateNews news;
  private final Answers answers;
  private final IntakeTrail trail;
  private final FeedRows feed;

  ReceivedReports(
      ForceKeys keys,
      OpeningCases opening,
      WritingTimelines timelines,
      WritingPeople people,
      CaseRows cases,
      ClosedTasks closed,
      Judging judging,
      Consequences consequences,
      UpdateNews news,
      Answers answers,
      IntakeTrail trail,
      FeedRows feed) {
    this.keys = keys;
    this.opening = opening;
    this.timelines = timelines;
    this.people = people;
    this.cases = cases;
    this.closed = closed;
    this.judging = judging;
    this.consequences = consequences;
    this.news = news;
    this.answers = answers;
    this.trail = trail;
    this.feed = feed;
  }

  List<Answer> store(String client, List<? extends Report> reports) {
    var open = timelines.write(opening.open(Told.byCase(reports, keys)));
    var changed = open.stream().filter(each -> !each.folded().changesNothing()).toList();
    if (!changed.isEmpty()) {
      cases.writePages(changed);
    }
    var judged = judge(changed);
    closed.follow(changed);
    news.tell(open, () -> feed.tellFrom(client));
    trail.write(client, open, judged.everybody(), judged.moves());
    feed.heard(client, happened(open));
    return answers.of(open, judged.everybody(), reports.size());
  }

  private static List<Instant> happened(List<OpenCase> open) {
    return open.stream()
        .flatMap(each -> each.folded().added().stream())
        .map(Report.Update::at)
        .toList();
  }

  private Outcome judge(List<OpenCase> changed) {
    var renewed = changed.stream().filter(each -> each.newest() != null).toList();
    if (renewed.isEmpty()) {
      return new Outcome(List.of(), List.of());
    }
    var written = people.write(renewed);
    var contactsChanged = new HashSet<java.util.UUID>();
    written.forEach(each -> contactsChanged.addAll(each.contactsChanged()));
    var everybody = judging.judge(written);
    return new Outcome(everybody, consequences.draw(everybody, contactsChanged));
  }

  private record Outcome(List<Standings.Judged> everybody, List<GrantRows.Move> moves) {

    Outcome {
      Objects.requireNonNull(everybody);
    }
  }
}
