package followmycase.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The life of one case, from the report to its outcome, as lines that a records system sends. */
final class Story {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/London");

  /** The hour that comes twice, and the one that never comes. */
  private static final List<String> CLOCK_CHANGES =
      List.of(
          "2025-10-26T01:30:00+01:00",
          "2025-10-26T01:30:00Z",
          "2026-03-29T00:59:59Z",
          "2026-03-29T02:00:00+01:00",
          "2026-10-25T01:59:59+01:00");

  private final Plot plot;
  private final Stock stock;
  private final Dice dice;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Object> state = new LinkedHashMap<>();
  private final List<Map<String, Object>> untold = new ArrayList<>();
  private Instant now;
  private int version;
  private int updates;

  private Story(Plot plot, Stock stock) {
    this.plot = plot;
    this.stock = stock;
    this.dice = Dice.of(plot.seed(), "story", plot.number());
    this.now = plot.reported();
  }

  static List<Line> of(Plot plot, Stock stock) {
    var story = new Story(plot, stock);
    story.report();
    story.work();
    story.end();
    return story.lines;
  }

  private void report() {
    var incident = dice.chance(6);
    state.put("kind", incident ? "incident" : "crime");
    if (!incident) {
      state.put("classification", plot.offence().code());
    }
    var cast = new Cast(plot, stock);
    state.put("flags", cast.flags());
    state.put("occurred", occurred());
    state.put("reported", dice.chance(60) ? time(now) : day(now).toString());
    if (dice.chance(92)) {
      var area = dice.pick(plot.system().areas());
      state.put("area", map("code", area.code(), "name", area.name()));
    }
    state.put("told", told());
    state.put("people", cast.people());
    state.put("otherParties", cast.others());
    status("reported");
    update("recorded", "reason", "report-received");
    send();
  }

  private void work() {
    if (dice.chance(80)) {
      later(3);
      officer();
      status(dice.chance(30) ? "assessing" : "investigating");
      update("assigned", "reason", "officer-assigned");
      send();
    }
    for (var n = dice.below(4); n > 0; n--) {
      later(20);
      news();
    }
    if (dice.chance(18)) {
      later(30);
      officer();
      update("assigned", "reason", "officer-changed");
      send();
    }
    if (dice.chance(9) && state.containsKey("classification")) {
      later(40);
      state.put("classification", dice.pick(stock.offences(), Stock.Offence::weight).code());
      send();
    }
    if (dice.chance(3)) {
      leaveSomebodyOut();
    }
  }

  private void end() {
    if (dice.chance(42)) {
      later(90);
      var outcome = Outcome.of(plot.number(), dice);
      state.put("outcome", outcome.type());
      state.put("outcomeOn", day(now).toString());
      status(outcome.stage());
      update("outcome", "reason", outcome.reason());
      send();
    }
    if (dice.chance(5)) {
      later(60);
      status("investigating");
      state.remove("outcome");
      state.remove("outcomeOn");
      update("general", "reason", "reopened");
      send();
    }
  }

  /** Something happened that stands in a line of its own, and at times is taken back. */
  private void news() {
    var kind = dice.pick(stock.texts().kindsOfUpdates());
    var news = update(kind, "text", dice.pick(stock.texts().updates(kind)));
    if (dice.chance(55)) {
      untold.remove(news);
      line(now, map("update", map("reference", reference(), "update", news)));
    }
    if (dice.chance(7)) {
      var when = dice.chance(20) ? now.minusSeconds(90) : now.plus(Duration.ofDays(2));
      line(
          when,
          map(
              "withdrawal",
              map("reference", reference(), "updateId", String.valueOf(news.get("id")))));
    }
    if (dice.chance(40)) {
      status("investigating");
      send();
    }
  }

  private void leaveSomebodyOut() {
    later(10);
    var people = new ArrayList<>((List<?>) state.get("people"));
    if (people.size() > 1) {
      people.removeLast();
      state.put("people", people);
      send();
    }
  }

  private Map<String, Object> told() {
    var kind = plot.offence().kind();
    var told = new LinkedHashMap<String, Object>();
    told.put("report", dice.pick(stock.texts().told(kind)));
    var things = stock.texts().property().get(kind);
    if (things != null && dice.chance(70)) {
      told.put("property", List.of(dice.pick(things)));
    }
    return told;
  }

  private Map<String, Object> occurred() {
    if (dice.chance(2)) {
      return map("from", dice.pick(CLOCK_CHANGES));
    }
    var from = now.minus(Duration.ofHours(dice.below(72)));
    return dice.chance(40)
        ? map("from", time(from), "to", time(now.minusSeconds(60)))
        : map("from", day(from).toString());
  }

  private void officer() {
    var number = Dice.of(plot.seed(), plot.system().slug(), dice.below(120));
    var collar = number.pick(List.of("PC", "", "DC", "PS", "T")) + number.between(1, 9999);
    var officer = map("collarNumber", collar, "name", atMost(Human.name(stock, number)));
    if (number.chance(90)) {
      officer.put("unit", number.pick(plot.system().units()));
      officer.put(
          "email", "officer." + collar.toLowerCase(java.util.Locale.ROOT) + "@police.example.com");
    }
    state.put("officer", officer);
  }

  /** What the door takes of an officer's name. */
  private static String atMost(String name) {
    return name.substring(0, Math.min(100, name.length()));
  }

  private void status(String stage) {
    state.put("status", dice.pick(plot.system().words(stage)));
  }

  private Map<String, Object> update(String kind, String form, String words) {
    var update = map("id", "U-" + plot.number() + "-" + ++updates, "at", time(now));
    update.put("kind", kind);
    update.put(form, words);
    untold.add(update);
    return update;
  }

  /** The whole case; it repeats what it told before no more often than a real system does. */
  private void send() {
    version++;
    var whole = new LinkedHashMap<String, Object>();
    whole.put("reference", reference());
    whole.put("version", plot.system().versionsCount() ? version : now.toEpochMilli() + version);
    whole.putAll(state);
    whole.put("updates", List.copyOf(untold));
    if (dice.chance(85)) {
      untold.clear();
    }
    line(now, map("case", whole));
  }

  private void line(Instant at, Map<String, Object> content) {
    lines.add(new Line(at, plot.reference(0), JSON.writeValueAsString(content)));
  }

  private String reference() {
    return plot.reference(dice.below(8));
  }

  private void later(int days) {
    now = now.plus(Duration.ofMinutes(30 + dice.below(days * 24 * 60)));
  }

  private String time(Instant at) {
    var seconds = at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return dice.chance(50)
        ? seconds.toString()
        : seconds.atZone(WALL_CLOCK).toOffsetDateTime().toString();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, WALL_CLOCK);
  }

  private static Map<String, Object> map(String name, Object value) {
    var map = new LinkedHashMap<String, Object>();
    map.put(name, value);
    return map;
  }

  private static Map<String, Object> map(String name, Object value, String other, Object another) {
    var map = map(name, value);
    map.put(other, another);
    return map;
  }
}
