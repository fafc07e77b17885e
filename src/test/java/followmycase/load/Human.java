package followmycase.load;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, the same in every case and force they come to.
 *
 * @param phone as digits of a British number, or as a foreign or unreadable one is written
 * @param british whether the number is written in many ways
 * @param family whether the e-mail is read by the whole family
 */
record Human(
    int number,
    String name,
    @Nullable LocalDate born,
    @Nullable String wish,
    @Nullable String phone,
    boolean british,
    @Nullable String email,
    boolean family,
    @Nullable String address) {

  /** Numbers kept free for the people of a case. */
  static final int IN_A_CASE = 5;

  private static final LocalDate BASE = LocalDate.of(2026, 1, 1);
  private static final List<String> UNREADABLE =
      List.of("07700 90012", "ask neighbour", "N/A", "0770O 900123", "07700 900 999 999");
  private static final List<String> NO_EMAIL =
      List.of("anna@@example.com", "none", "refused", "a b@example.com");

  static Human of(long seed, Stock stock, int number) {
    var home = Plot.home(seed, stock, number / IN_A_CASE);
    var dice = Dice.of(seed, "human", number);
    var name = name(stock, dice);
    var phoneKind = dice.below(100);
    var family = dice.chance(6);
    return new Human(
        number,
        name,
        dice.chance(4) ? null : born(dice),
        dice.chance(home.welsh()) ? "cy" : dice.chance(25) ? "en" : null,
        phoneKind < 90 ? phone(phoneKind, number, dice) : null,
        phoneKind < 83,
        dice.chance(64) ? email(name, number, family, dice) : null,
        family,
        dice.chance(91) ? address(stock, home, dice) : null);
  }

  static String name(Stock stock, Dice dice) {
    var group = dice.pick(stock.names(), Stock.NameGroup::weight);
    var name = (dice.pick(group.given()) + " " + dice.pick(group.family())).strip();
    return dice.chance(2)
        ? name.toUpperCase(Locale.ROOT)
        : dice.chance(3) ? Normalizer.normalize(name, Normalizer.Form.NFD) : name;
  }

  static String address(Stock stock, RecordsSystem home, Dice dice) {
    var area = dice.pick(home.areas());
    return String.format(
        Locale.ROOT,
        "%s%d %s, %s %s %d%c%c",
        dice.chance(20) ? "Flat " + dice.between(1, 30) + ", " : "",
        dice.between(1, 180),
        dice.pick(stock.texts().streets()),
        area.town(),
        area.postcode(),
        dice.below(10),
        'A' + dice.below(20),
        'A' + dice.below(20));
  }

  String id(RecordsSystem system) {
    return system.prefix() + "-P" + (100_000 + number);
  }

  private static LocalDate born(Dice dice) {
    var age = dice.chance(5) ? dice.between(1, 17) : dice.between(18, 96);
    return BASE.minusYears(age).minusDays(dice.below(365));
  }

  private static String phone(int kind, int number, Dice dice) {
    return kind < 77
        ? Phone.mobile(dice.below(900))
        : kind < 83
            ? Phone.landline(number)
            : kind < 87 ? Phone.foreign(number) : dice.pick(UNREADABLE);
  }

  private static String email(String name, int number, boolean family, Dice dice) {
    if (dice.chance(2)) {
      return dice.pick(NO_EMAIL);
    }
    if (family) {
      return "family" + number / 3 + "@example.org";
    }
    var plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^a-z]+", ".")
            .replaceAll("^\\.+|\\.+$", "");
    var domain = dice.pick(List.of("example.com", "example.org", "mail.example.net"));
    var written =
        (plain.length() < 2 ? "p" : plain.substring(0, Math.min(30, plain.length())))
            + "."
            + number;
    var local = written.replaceAll("\\.+", ".");
    return dice.chance(5) ? local.toUpperCase(Locale.ROOT) + "@Example.COM" : local + "@" + domain;
  }
}
