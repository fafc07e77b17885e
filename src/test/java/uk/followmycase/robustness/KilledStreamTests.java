package uk.followmycase.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.followmycase.support.RunningProduct;

/** Whatever was answered is kept, and sending everything again ends as if nothing had happened. */
class KilledStreamTests {

  private static final int CASES = 500;
  private static final int UPDATES = 500;
  private static final String FILE =
      """
      {"case":{"reference":"43269%06d","version":1,"kind":"crime","classification":"028/01","status":"Recorded",\
      "people":[{"id":"V","role":"victim","name":"Sam Sample","bornOn":"1990-02-01","contacts":[{"kind":"email","value":"sam%d@example.com","safe":true}]}]}}""";
  private static final String NEWS =
      """
      {"update":{"reference":"43269%06d","update":{"id":"U-%d","at":"2026-04-01T10:00:00Z","kind":"enquiry","text":"We called."}}}""";

  private static final String CLIENT = "thames-valley-records";
  private static final String WELCOME = "ready. Ctrl-C stops it.";
  private static final Predicate<String> TAKEN = answer -> answer.contains("\"accepted\"");
  private static final Predicate<String> KEPT = answer -> answer.contains("\"unchanged\"");

  @TempDir private Path home;
  private @Nullable RunningProduct product;

  @AfterEach
  void leaveNothingRunning() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void whatWasAnsweredIsKeptAndTheRestIsMadeGoodBySendingAgain() throws IOException {
    var lines = lines();
    var before = counts(started());

    var first = answers(lines, 250);
    running().kill();
    killedOnItsWayUp();
    started();
    assertThat(answers(lines.subList(0, first.size()), first.size())).allMatch(KEPT);

    var second = answers(lines, 700);
    running().killWithDatabase();
    started();
    assertThat(answers(lines.subList(0, second.size()), second.size())).allMatch(KEPT);

    assertThat(answers(lines, lines.size())).hasSameSizeAs(lines).allMatch(TAKEN.or(KEPT));
    var again = answers(lines, lines.size());
    assertThat(again).hasSameSizeAs(lines).allMatch(KEPT);
    assertThat(again.subList(0, first.size())).isEqualTo(asKept(first));
    assertThat(again.subList(0, second.size())).isEqualTo(asKept(second));
    assertThat(counts(running())).isEqualTo(before.plus(new Counts(CASES, CASES, UPDATES, CASES)));
  }

  /** What was answered the first time says the same as what is answered ever after. */
  private static List<String> asKept(List<String> answers) {
    return answers.stream().map(one -> one.replace("\"accepted\"", "\"unchanged\"")).toList();
  }

  private void killedOnItsWayUp() {
    product = RunningProduct.launch(home);
    running().awaitLine("EmbeddedPostgres");
    running().kill();
  }

  /** What the database holds, past every wall. */
  private record Counts(int cases, int people, int updates, int invitations) {

    Counts plus(Counts more) {
      return new Counts(
          cases + more.cases,
          people + more.people,
          updates + more.updates,
          invitations + more.invitations);
    }
  }

  private static Counts counts(RunningProduct product) {
    return new Counts(
        count(product, "police.case_file"),
        count(product, "police.case_person"),
        count(product, "police.timeline_entry"),
        count(product, "police.invitation"));
  }

  private static int count(RunningProduct product, String table) {
    return Integer.parseInt(product.ask("select count(*) from " + table).getFirst());
  }

  /** Streams the lines and takes so many answers, or fewer where the stream ends. */
  private List<String> answers(List<String> lines, int many) throws IOException {
    var answers = new ArrayList<String>();
    try (var stream = new OpenStream(running().port(), running().token(CLIENT), lines)) {
      for (var next = stream.answer(); next.isPresent(); next = stream.answer()) {
        answers.add(next.get());
        if (answers.size() == many) {
          break;
        }
      }
    }
    return answers;
  }

  private static List<String> lines() {
    var lines = new ArrayList<String>();
    IntStream.range(0, CASES).forEach(n -> lines.add(FILE.formatted(n, n)));
    IntStream.range(0, UPDATES).forEach(n -> lines.add(NEWS.formatted(n % CASES, n)));
    return lines;
  }

  private RunningProduct started() {
    product = RunningProduct.start(home);
    // Runners follow the start; the last of them is the welcome.
    running().awaitLine(WELCOME);
    return running();
  }

  private RunningProduct running() {
    return Objects.requireNonNull(product);
  }
}
