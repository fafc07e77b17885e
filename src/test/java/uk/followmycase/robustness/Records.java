package uk.followmycase.robustness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A records system with new cases, some of which it takes back at once. */
final class Records {

  private static final String FILE =
      """
      {"case":{"reference":"43269%1$06d","version":1,"kind":"crime","classification":"028/01","status":"Recorded",\
      "people":[{"id":"V","role":"victim","name":"Sam Sample","bornOn":"1990-02-01","contacts":[\
      {"kind":"email","value":"%2$s","safe":true},{"kind":"phone","value":"07700%3$06d","safe":true}]}]}}""";

  private static final String EMPTY =
      """
      {"case":{"reference":"43269%1$06d","version":2,"kind":"crime","classification":"028/01","status":"Recorded",\
      "people":[]}}""";

  /** From here on they are nobody's, not even the demonstration's. */
  private static final int PHONES = 901_000;

  private static final int TAKEN_BACK = 3;

  private final Feed feed;
  private final List<String> accepted = new ArrayList<>();
  private final List<Ban> bans = new ArrayList<>();
  private int sent;

  Records(Instances instances) {
    this.feed = new Feed(instances, Town.FORCE);
  }

  /** Sends so many new cases, each with one victim, until each of them is accepted. */
  void send(int cases) {
    var from = sent;
    sent += cases;
    feed.send(numbers(from, sent).mapToObj(Records::file).toList());
    numbers(from, sent).mapToObj(Records::address).forEach(accepted::add);
  }

  /** The same, and then takes the victims of some more off their cases again. */
  void sendAndTakeBack(int cases) {
    send(cases);
    var from = sent;
    sent += TAKEN_BACK;
    feed.send(numbers(from, sent).mapToObj(Records::file).toList());
    feed.send(numbers(from, sent).mapToObj(EMPTY::formatted).toList());
    var answered = Instant.now();
    numbers(from, sent).forEach(n -> bans.add(new Ban(address(n), answered)));
  }

  private static IntStream numbers(int from, int to) {
    return IntStream.range(from, to);
  }

  private static String file(int number) {
    return FILE.formatted(number, address(number), PHONES + number);
  }

  private static String address(int number) {
    return "victim-%06d@example.com".formatted(number);
  }

  /** Addresses of those whose cases were accepted: each of them has to hear of it. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** Who is invited no more. */
  List<Ban> bans() {
    return List.copyOf(bans);
  }
}
