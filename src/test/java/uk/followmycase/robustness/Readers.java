package uk.followmycase.robustness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.IntStream;
import uk.followmycase.robustness.Reader.Lot;
import uk.followmycase.support.Place;

/**
 * People who follow their cases. While things break there is something new in each case, and how
 * some of them may be reached changes in that very moment.
 */
final class Readers {

  private static final int COUNT = 12;

  private final Map<Place, Feed> feeds = new EnumMap<>(Place.class);
  private final List<Reader> all;
  private final List<Ban> bans = new ArrayList<>();
  private final List<Owed> owed = new ArrayList<>();

  Readers(Instances instances) {
    for (var place : Place.values()) {
      feeds.put(place, new Feed(instances, force(place)));
    }
    var places = Place.values();
    all =
        IntStream.range(0, COUNT).mapToObj(n -> new Reader(n, places[n % places.length])).toList();
  }

  /**
   * Somebody who has to be told.
   *
   * @param by any of these contacts
   */
  record Owed(String who, List<String> by, Instant since) {}

  static String force(Place place) {
    return place.host().replace(".localhost", "");
  }

  /** Has them invited, and in. */
  void signUp(SigningUp pages, ExecutorService threads) {
    send(all, Reader::file);
    var some = all.stream().map(it -> CompletableFuture.runAsync(() -> pages.signUp(it), threads));
    CompletableFuture.allOf(some.toArray(CompletableFuture[]::new)).join();
  }

  /** Decides what will become of each. As long as nothing breaks, everybody can be reached. */
  void deal(long seed) {
    var random = new Random(seed);
    lift(all);
    for (var reader : all) {
      var lots = Lot.values();
      reader.deal(lots[random.nextInt(lots.length)], random.nextBoolean(), random.nextBoolean());
    }
    send(all, Reader::file);
  }

  /** Something new for each, and for some a change just before or after. */
  void stir() {
    var early = all.stream().filter(it -> it.early && it.lot != Lot.WITHDRAWN).toList();
    var late = all.stream().filter(it -> !early.contains(it)).toList();
    change(early);
    for (var reader : all) {
      reader.since = Instant.now();
      if (reader.lot != Lot.SHUT_OUT) {
        owed.add(new Owed(reader.toString(), reader.reached(), reader.since));
      }
    }
    send(all, Reader::update);
    change(late);
  }

  private void change(List<Reader> some) {
    var changed =
        some.stream().filter(it -> it.lot != Lot.LEFT_ALONE && !it.lot.unreachable()).toList();
    send(changed, it -> Objects.requireNonNull(it.change()));
    var answered = Instant.now();
    for (var reader : changed) {
      reader.forbidden().forEach(contact -> bans.add(new Ban(contact, answered)));
    }
  }

  /** Whoever was not to be told anything may be told again. */
  void resume() {
    var paused = all.stream().filter(it -> it.lot == Lot.PAUSED).toList();
    lift(paused);
    send(paused, Reader::file);
  }

  private void lift(List<Reader> some) {
    var now = Instant.now();
    bans.replaceAll(
        ban -> some.stream().anyMatch(it -> it.at(ban.contact())) ? ban.lifted(now) : ban);
  }

  /** Forces one after the other. */
  private void send(List<Reader> some, Function<Reader, String> line) {
    for (var place : Place.values()) {
      var lines = some.stream().filter(it -> it.place == place).map(line).toList();
      if (!lines.isEmpty()) {
        Objects.requireNonNull(feeds.get(place)).send(lines);
      }
    }
  }

  List<Ban> bans() {
    return List.copyOf(bans);
  }

  List<Owed> owed() {
    return List.copyOf(owed);
  }
}
