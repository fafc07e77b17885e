package followmycase.load;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** One load: everything is sent, force beside force, and then read back. */
final class Loading {

  private static final int LINES_A_CALL = 500;
  private static final int READERS_A_FORCE = 2;

  private final Options options;
  private final Corpus corpus;
  private final Tally tally = new Tally();
  private final Fingerprint fingerprint = new Fingerprint();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Loading(Options options, Stock stock) {
    this.options = options;
    var corpus = Corpus.of(options.seed(), options.cases(), stock);
    this.corpus = options.shuffle() == null ? corpus : corpus.shuffled(options.shuffle());
  }

  int lines() {
    return corpus.size();
  }

  int cases() {
    return corpus.lines().keySet().stream().mapToInt(force -> references(force).size()).sum();
  }

  Tally tally() {
    return tally;
  }

  String fingerprint() {
    return fingerprint.value();
  }

  List<String> forces() {
    return List.copyOf(corpus.lines().keySet());
  }

  /** Sends all lines. */
  void send(IntConsumer done) throws InterruptedException {
    var work = new ArrayList<Callable<Void>>();
    corpus.lines().forEach((force, lines) -> work.add(() -> send(force, lines, done)));
    together(work);
  }

  /**
   * Asks for every case what is held now: a later line may have changed how an earlier was judged.
   */
  void readBack(IntConsumer done) throws InterruptedException {
    var work = new ArrayList<Callable<Void>>();
    for (var force : forces()) {
      var references = references(force);
      for (var reader = 0; reader < READERS_A_FORCE; reader++) {
        var part = reader;
        work.add(() -> readBack(force, references, part, done));
      }
    }
    together(work);
  }

  private Void send(String force, List<Line> lines, IntConsumer done) throws InterruptedException {
    var api = new RecordsApi(options, force, http);
    for (var from = 0; from < lines.size(); from += LINES_A_CALL) {
      api.stream(
          lines.subList(from, Math.min(lines.size(), from + LINES_A_CALL)),
          (line, answer) -> {
            tally.answered(force, answer);
            done.accept(1);
          });
    }
    return null;
  }

  private Void readBack(String force, List<String> references, int part, IntConsumer done)
      throws InterruptedException {
    var api = new RecordsApi(options, force, http);
    for (var n = part; n < references.size(); n += READERS_A_FORCE) {
      var held = api.held(references.get(n));
      tally.held(force, held);
      fingerprint.add(force, references.get(n), held);
      done.accept(1);
    }
    return null;
  }

  private List<String> references(String force) {
    return corpus.lines().getOrDefault(force, List.of()).stream()
        .map(Line::reference)
        .filter(reference -> !reference.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static void together(List<Callable<Void>> work) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(work)) {
        each.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof NobodyAnswersException silence) {
        throw silence;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
