package followmycase.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody on a case as its records system writes them, and what it flags. */
final class Cast {

  private static final LocalDate ADULT = LocalDate.of(2008, 1, 1);
  private static final Set<String> CLOSE = Set.of("violence", "threats", "damage", "sexual");

  private final Plot plot;
  private final Stock stock;
  private final Dice dice;
  private final boolean domestic;

  Cast(Plot plot, Stock stock) {
    this.plot = plot;
    this.stock = stock;
    this.dice = Dice.of(plot.seed(), "cast", plot.number());
    this.domestic = CLOSE.contains(plot.offence().kind()) && dice.chance(24);
  }

  List<String> flags() {
    var flags = new ArrayList<String>();
    var kind = plot.offence().kind();
    add(flags, "domestic_abuse", domestic);
    add(flags, "stalking", kind.equals("threats") && dice.chance(25));
    add(flags, "honour_based", domestic && dice.chance(3));
    add(flags, "hate", dice.chance(3));
    add(flags, "sexual", kind.equals("sexual") && dice.chance(80));
    add(flags, "child", kind.equals("child") || plot.victims().stream().anyMatch(Cast::isChild));
    add(flags, "vulnerable", dice.chance(7));
    add(flags, "police_victim", kind.equals("police"));
    add(flags, "business", kind.equals("business") && dice.chance(70));
    add(flags, "death", kind.equals("death"));
    return flags;
  }

  List<Map<String, Object>> people() {
    var people = new ArrayList<Map<String, Object>>();
    for (var victim : plot.victims()) {
      people.add(person(victim, role()));
      if (isChild(victim) && dice.chance(70)) {
        people.add(person(stranger(1), "guardian"));
      }
    }
    if (dice.chance(20)) {
      people.add(person(stranger(2), "witness"));
    }
    if (dice.chance(8)) {
      people.add(person(stranger(3), "reporting_person"));
    }
    return people;
  }

  List<Map<String, Object>> others() {
    var others = new ArrayList<Map<String, Object>>();
    if (plot.counter()) {
      plot.otherSide(stock).victims().forEach(victim -> others.add(otherSide(victim)));
    } else if (domestic) {
      others.add(atHome(plot.victims().getFirst()));
    } else if (dice.chance(CLOSE.contains(plot.offence().kind()) ? 65 : 25)) {
      for (var n = dice.chance(15) ? 2 : 1; n > 0; n--) {
        others.add(suspect());
      }
    }
    if (plot.number() > 50 && dice.chance(0.6)) {
      others.add(
          party(
              Human.of(plot.seed(), stock, dice.below(plot.number()) * Human.IN_A_CASE)
                  .id(plot.system()),
              List.of()));
    }
    return others;
  }

  private String role() {
    return switch (plot.offence().kind()) {
      case "business" -> "business_contact";
      case "death" -> "next_of_kin";
      default -> "victim";
    };
  }

  private Map<String, Object> person(Human human, String role) {
    var person = new LinkedHashMap<String, Object>();
    person.put("id", human.id(plot.system()));
    person.put("role", role);
    put(person, "name", dice.chance(1) ? null : human.name());
    put(person, "bornOn", human.born() == null ? null : human.born().toString());
    put(person, "language", human.wish());
    if (dice.chance(30)) {
      person.put("enhancedRights", domestic || isChild(human));
    }
    var contacts = dice.chance(6) ? List.<Map<String, Object>>of() : contacts(human);
    put(person, "contacts", contacts.isEmpty() && dice.chance(50) ? null : contacts);
    return person;
  }

  private List<Map<String, Object>> contacts(Human human) {
    var contacts = new ArrayList<Map<String, Object>>();
    if (human.phone() != null) {
      contacts.add(
          contact(
              "phone",
              human.british() ? Phone.written(human.phone(), dice) : human.phone(),
              false));
    }
    if (human.email() != null) {
      contacts.add(contact("email", human.email(), human.family() && dice.chance(60)));
    }
    if (human.address() != null) {
      contacts.add(contact("address", human.address(), false));
    }
    return contacts;
  }

  private Map<String, Object> contact(String kind, String value, boolean shared) {
    var contact = new LinkedHashMap<String, Object>();
    contact.put("kind", kind);
    contact.put("value", value);
    contact.put("safe", !dice.chance(domestic ? 35 : 5));
    if (shared || dice.chance(domestic ? 15 : 2)) {
      contact.put("shared", true);
    }
    return contact;
  }

  private Map<String, Object> suspect() {
    var number = dice.below(60 + plot.number() / 4);
    var contacts = new ArrayList<Map<String, Object>>();
    if (dice.chance(60)) {
      contacts.add(value("phone", Phone.written(Phone.otherPartys(number), dice)));
    }
    if (dice.chance(30)) {
      contacts.add(value("email", "party." + number + "@example.net"));
    }
    return party(plot.system().prefix() + "-S" + (500_000 + number), contacts);
  }

  /** Lives with the victim, and at times shares the telephone. */
  private Map<String, Object> atHome(Human victim) {
    var contacts = new ArrayList<Map<String, Object>>();
    if (victim.address() != null && dice.chance(60)) {
      contacts.add(value("address", victim.address().toUpperCase(java.util.Locale.ROOT)));
    }
    if (victim.british() && victim.phone() != null && dice.chance(4)) {
      contacts.add(value("phone", Phone.written(victim.phone(), dice)));
    }
    if (victim.family() && victim.email() != null) {
      contacts.add(value("email", victim.email()));
    }
    return party(plot.system().prefix() + "-S" + (700_000 + plot.number()), contacts);
  }

  private Map<String, Object> otherSide(Human victim) {
    var contacts = new ArrayList<Map<String, Object>>();
    if (victim.email() != null) {
      contacts.add(value("email", victim.email()));
    }
    if (victim.british() && victim.phone() != null && dice.chance(8)) {
      contacts.add(value("phone", Phone.written(victim.phone(), dice)));
    }
    return party(victim.id(plot.system()), contacts);
  }

  private Human stranger(int n) {
    return Human.of(plot.seed(), stock, 50_000_000 + plot.number() * Human.IN_A_CASE + n);
  }

  private static boolean isChild(Human human) {
    return human.born() != null && human.born().isAfter(ADULT);
  }

  private static Map<String, Object> value(String kind, String value) {
    var contact = new LinkedHashMap<String, Object>();
    contact.put("kind", kind);
    contact.put("value", value);
    return contact;
  }

  private static Map<String, Object> party(String id, List<Map<String, Object>> contacts) {
    var party = new LinkedHashMap<String, Object>();
    party.put("id", id);
    if (!contacts.isEmpty()) {
      party.put("contacts", contacts);
    }
    return party;
  }

  private static void add(List<String> flags, String flag, boolean flagged) {
    if (flagged) {
      flags.add(flag);
    }
  }

  private static void put(Map<String, Object> into, String name, @Nullable Object value) {
    if (value != null) {
      into.put(name, value);
    }
  }
}
