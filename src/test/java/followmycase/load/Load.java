package followmycase.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** {@code ./dev load}. */
public final class Load {

  private Load() {}

  /** Loads, shows how far it is, and sums up. */
  public static void main(String[] words) throws InterruptedException {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    var options = Options.read(List.of(words));
    if (options.isEmpty()) {
      System.out.print(Options.USAGE);
      System.exit(2);
    }
    try {
      load(options.get());
    } catch (NobodyAnswersException silence) {
      System.out.println();
      System.err.println(silence.getMessage());
      System.exit(1);
    }
  }

  private static void load(Options options) throws InterruptedException {
    var started = System.nanoTime();
    var loading = new Loading(options, Stock.read());
    try (var bar = bar("Sending", loading.lines())) {
      loading.send(bar::stepBy);
    }
    var sent = Duration.ofNanos(System.nanoTime() - started);
    try (var bar = bar("Reading back", loading.cases())) {
      loading.readBack(bar::stepBy);
    }
    System.out.println();
    System.out.println(loading.tally().table(loading.forces()));
    System.out.printf(
        Locale.ROOT,
        "%n%,d lines in %d s. What is held now: %s%n",
        loading.lines(),
        Math.max(1, sent.toSeconds()),
        loading.fingerprint());
  }

  private static me.tongfei.progressbar.ProgressBar bar(String task, int steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .showSpeed()
        .build();
  }
}
