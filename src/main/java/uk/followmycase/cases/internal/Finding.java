package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.cases.desk.Search.Hit;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * Finds cases within somebody's rights. That a case exists which they may not see is told in two
 * cases only: to those who typed its very reference and may break a glass, and to those who have
 * somebody of it on the telephone.
 */
@Component
class Finding {

  private final FindRows rows;
  private final TieRows ties;
  private final DeskPeople people;
  private final Looks looks;
  private final Marks marks;
  private final ForceKeys keys;
  private final Forces forces;

  Finding(
      FindRows rows,
      TieRows ties,
      DeskPeople people,
      Looks looks,
      Marks marks,
      ForceKeys keys,
      Forces forces) {
    this.rows = rows;
    this.ties = ties;
    this.people = people;
    this.looks = looks;
    this.marks = marks;
    this.keys = keys;
    this.forces = forces;
  }

  Search search(StaffMember who, By by, String written) {
    var found = Rights.may(who, Act.SEARCH) ? find(by, written) : null;
    if (found == null) {
      return new Search(false, List.of());
    }
    var tied = found.isEmpty() ? List.<Ties>of() : ties.find(who, found);
    var open =
        tied.stream().filter(tie -> Rights.bond(who, tie, Act.SEE_PAGE).isPresent()).toList();
    var ways = ways(who, by, tied, open);
    looks.searched(who, ids(open), ids(ways.keySet()), by.name());
    return new Search(true, hits(open, ways));
  }

  private static List<UUID> ids(java.util.Collection<Ties> ties) {
    return ties.stream().map(Ties::caseId).toList();
  }

  private @Nullable List<UUID> find(By by, String written) {
    return switch (by) {
      case REFERENCE ->
          CaseReference.read(written, forces.current().settings().references())
              .map(read -> rows.byReference(Told.digest(read.normalised(), keys).bytes()))
              .orElse(null);
      case PHONE -> contact(Kind.PHONE, written);
      case EMAIL -> contact(Kind.EMAIL, written);
      case NAME -> {
        var digest = marks.name(written);
        yield digest == null ? null : rows.byName(digest);
      }
    };
  }

  private @Nullable List<UUID> contact(Kind kind, String written) {
    var digest = marks.contact(kind, written);
    return digest == null ? null : rows.byContact(kind, digest);
  }

  /** How those that may not be seen can be opened, if they can. */
  private static Map<Ties, Act> ways(StaffMember who, By by, List<Ties> tied, List<Ties> open) {
    var ways = new HashMap<Ties, Act>();
    for (var tie : tied) {
      var way = open.contains(tie) ? null : way(who, by, tie);
      if (way != null) {
        ways.put(tie, way);
      }
    }
    return ways;
  }

  private static @Nullable Act way(StaffMember who, By by, Ties tie) {
    var called = by == By.REFERENCE || by == By.PHONE;
    if (called && Rights.bond(who, tie, Act.RECORD_CALLER).isPresent()) {
      return Act.RECORD_CALLER;
    }
    return by == By.REFERENCE && Rights.bond(who, tie, Act.BREAK_GLASS).isPresent()
        ? Act.BREAK_GLASS
        : null;
  }

  private List<Hit> hits(List<Ties> open, Map<Ties, Act> ways) {
    var all = new ArrayList<>(open);
    all.addAll(ways.keySet());
    if (all.isEmpty()) {
      return List.of();
    }
    var lines =
        rows.lines(ids(all)).stream()
            .collect(Collectors.toMap(FindRows.Line::id, Function.identity()));
    var hits = new ArrayList<>(opened(open, lines));
    ways.forEach((tie, way) -> hits.add(closed(tie, way, lines)));
    return hits;
  }

  private List<Hit> opened(List<Ties> open, Map<UUID, FindRows.Line> lines) {
    var byCase = new HashMap<UUID, DataKey>();
    open.forEach(tie -> byCase.put(tie.caseId(), keys.dataKey(tie.caseId(), tie.wrapped())));
    var on = byCase.isEmpty() ? List.<DeskPeople.Person>of() : people.on(byCase);
    return open.stream()
        .map(
            tie -> {
              var line = Objects.requireNonNull(lines.get(tie.caseId()));
              var key = Objects.requireNonNull(byCase.get(tie.caseId()));
              return open(tie, line, key, DeskPeople.of(tie.caseId(), on));
            })
        .toList();
  }

  private static Hit open(
      Ties tie, FindRows.Line line, DataKey key, List<DeskPeople.Person> people) {
    var words = Words.open(key, tie.caseId(), line.words(), Words.File.PLACE, Words.File.class);
    var offence = line.offence() == null ? null : line.offence().substring(0, 3);
    return new Hit.Open(
        tie.handle(), words.reference(), offence, line.stage(), DeskPeople.victims(people));
  }

  private static Hit closed(Ties tie, Act way, Map<UUID, FindRows.Line> lines) {
    var line = Objects.requireNonNull(lines.get(tie.caseId()));
    return new Hit.Closed(tie.handle(), way, line.reported());
  }
}
