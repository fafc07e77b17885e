package uk.followmycase.robustness;

import followmycase.platform.StandingDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.followmycase.support.RunningProduct;

/** Instances of the product on one database. A provider knows them by their keys. */
final class Instances implements AutoCloseable {

  static final List<String> NAMES = List.of("one", "two");

  /** What runs once at start is over, too. */
  private static final String WELCOME = "ready. Ctrl-C stops it";

  /** By which they know the texts' provider when it calls back. */
  static final String CALLBACK = "a-token-of-more-than-thirty-two-characters";

  private static final int SAID = 4_000;

  private static final Pattern KEY = Pattern.compile("AKIA([A-Z]+)");
  private static final Pattern SERVICE = Pattern.compile("\"iss\":\"([0-9a-f])");

  private final Path home;
  private final List<String> settings;
  private final Map<String, RunningProduct> running = new ConcurrentHashMap<>();
  private final Map<String, Cable> cables = new ConcurrentHashMap<>();
  private final Map<String, Instant> lost = new ConcurrentHashMap<>();
  private final Map<String, Instant> hit = new ConcurrentHashMap<>();
  private final Blows blows = new Blows();

  Instances(Path home, StandingDatabase database, Path tenants, String... more) {
    this.home = home;
    NAMES.forEach(name -> cables.put(name, new Cable(database.port())));
    this.settings =
        Stream.concat(
                Stream.of(
                    "--spring.datasource.username=portal_app",
                    "--spring.datasource.password=none",
                    "--spring.liquibase.user=portal_owner",
                    "--spring.liquibase.password=none",
                    "--followmycase.tenants=" + tenants,
                    "--followmycase.demo-at-any-hour=true",
                    "--followmycase.delivery.invitations-per-minute=1000000",
                    "--followmycase.secrets.test.callback=" + CALLBACK,
                    "--followmycase.secrets.test.secret=a-secret"),
                Stream.of(more))
            .toList();
  }

  /** Starts whichever of them do not run, one after the other: the first makes the database. */
  void start() {
    for (var name : NAMES) {
      if (!running.containsKey(name)) {
        var product = RunningProduct.start(home, settings(name));
        product.awaitLine(WELCOME);
        running.put(name, product);
      }
    }
  }

  private String[] settings(String name) {
    var number = NAMES.indexOf(name) + 1;
    var service = Integer.toString(number).repeat(8) + "-2222-3333-4444-555555555555";
    var key = "key-%s-740e5834-3a29-46b4-9a6f-16142fde533a";
    return Stream.concat(
            settings.stream(),
            Stream.of(
                "--spring.datasource.url=" + StandingDatabase.address(cable(name).port()),
                "--spring.datasource.hikari.data-source-properties.ApplicationName=" + name,
                "--followmycase.secrets.test.access=AKIA" + name.toUpperCase(java.util.Locale.ROOT),
                "--followmycase.secrets.test.notify=" + key.formatted(service),
                "--followmycase.secrets.test.quiet=" + key.formatted(service.replace("-2", "-6"))))
        .toArray(String[]::new);
  }

  /** Whose keys these are that a call shows. */
  static String caller(String authorization) {
    var amazon = KEY.matcher(authorization);
    if (amazon.find()) {
      return amazon.group(1).toLowerCase(java.util.Locale.ROOT);
    }
    var claims = Base64.getUrlDecoder().decode(authorization.split("\\.", 3)[1]);
    var service = SERVICE.matcher(new String(claims, StandardCharsets.UTF_8));
    if (!service.find()) {
      throw new IllegalArgumentException("Nobody's key");
    }
    return NAMES.get(Integer.parseInt(service.group(1)) - 1);
  }

  /** As {@code kill -9} does. */
  void kill(String name) {
    var product = running.remove(name);
    if (product != null) {
      lost.put(name, Instant.now());
      blows.killed(name);
      product.kill();
    }
  }

  /** From when nothing was heard of those that were killed, frozen or cut off since last asked. */
  Map<String, Instant> lost() {
    var all = new TreeMap<>(lost);
    lost.clear();
    return all;
  }

  /** Leaves it running without a word from the database, or of it. */
  void cutOff(String name) {
    lost.put(name, Instant.now());
    hit.put(name, Instant.now());
    cable(name).cut();
  }

  /** Lets whoever was cut off reach the database again. */
  void connect() {
    for (var name : NAMES) {
      var since = hit.remove(name);
      if (since != null) {
        cable(name).mend();
        blows.heardNothing(name, since);
      }
    }
  }

  Blows blows() {
    return blows;
  }

  /** How often one of them lost its lease though it lived. */
  int belated() {
    return running.values().stream()
        .mapToInt(it -> it.output().split("could not renew its lease", -1).length - 1)
        .sum();
  }

  private Cable cable(String name) {
    return Objects.requireNonNull(cables.get(name));
  }

  /** Stands still as a machine does that is too busy, or goes on. */
  void freeze(String name, boolean frozen) {
    var now = Instant.now();
    if (frozen) {
      lost.put(name, now);
      hit.put(name, now);
    }
    try {
      var pid = Long.toString(Objects.requireNonNull(running.get(name)).pid());
      new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", pid).start().waitFor();
      if (!frozen) {
        blows.stoodStill(name, Objects.requireNonNullElse(hit.remove(name), now));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Whether nobody ended but those who were killed. */
  boolean stand() {
    return running.size() == NAMES.size()
        && running.values().stream().allMatch(RunningProduct::isRunning);
  }

  /** The last that each of them wrote. */
  String said() {
    return running.entrySet().stream()
        .map(it -> it.getKey() + " says:\n" + end(it.getValue().output()))
        .collect(Collectors.joining("\n"));
  }

  private static String end(String output) {
    return output.substring(Math.max(0, output.length() - SAID));
  }

  List<RunningProduct> running() {
    return new ArrayList<>(running.values());
  }

  @Override
  public void close() {
    running.values().forEach(RunningProduct::close);
    cables.values().forEach(Cable::close);
  }
}
