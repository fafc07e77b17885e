package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Search;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.cases.desk.Search.Hit;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * Finds cases within somebody's rights. That a case exists which they may not see is told in two
 * cases only: to those who typed its very reference and may break a glass, and to those who have
 * somebody of it on the telephone.
 */
@Component
class Finding {

  /** Shown at once. */
  static final int MOST = 50;

  private static final int PAGE = 200;

  /** Whose name is that of thousands is looked for by something else. */
  private static final int MOST_LOOKED_AT = 2_000;

  private final FindRows rows;
  private final TieRows ties;
  private final SearchTerms terms;
  private final DeskPeople people;
  private final Looks looks;
  private final ForceKeys keys;

  Finding(
      FindRows rows,
      TieRows ties,
      SearchTerms terms,
      DeskPeople people,
      Looks looks,
      ForceKeys keys) {
    this.rows = rows;
    this.ties = ties;
    this.terms = terms;
    this.people = people;
    this.looks = looks;
    this.keys = keys;
  }

  Search search(StaffMember who, By by, String written) {
    var term = Rights.may(who, Act.SEARCH) ? terms.read(by, written) : null;
    if (term == null) {
      return new Search(false, List.of(), false);
    }
    var found = find(who, term);
    looks.searched(
        who,
        new Looks.Searched(
            by.name(), terms.traced(term), ids(found.open), ids(found.ways.keySet())));
    return new Search(true, hits(found.open, found.ways), found.more);
  }

  private static List<UUID> ids(java.util.Collection<Ties> ties) {
    return ties.stream().map(Ties::caseId).toList();
  }

  /**
   * Rights are asked while looking: so nobody's case hides behind many that are not theirs to see.
   */
  private Found find(StaffMember who, SearchTerm term) {
    var found = new Found();
    var page = rows.page(term, null, PAGE);
    for (var looked = 0; !page.isEmpty(); looked += PAGE) {
      if (looked >= MOST_LOOKED_AT) {
        found.more = true;
        break;
      }
      ties.find(who, page).reversed().forEach(tie -> found.add(who, term.by(), tie));
      page = found.more || page.size() < PAGE ? List.of() : rows.page(term, page.getLast(), PAGE);
    }
    return found;
  }

  /** What somebody may see of what was found, and what they may open. */
  private static final class Found {

    private final List<Ties> open = new ArrayList<>();
    private final Map<Ties, Act> ways = new LinkedHashMap<>();
    private boolean more;

    private void add(StaffMember who, By by, Ties tie) {
      var seen = Rights.bond(who, tie, Act.SEE_PAGE).isPresent();
      var way = seen ? null : way(who, by, tie);
      if (!seen && way == null) {
        return;
      }
      if (open.size() + ways.size() == MOST) {
        more = true;
      } else if (way == null) {
        open.add(tie);
      } else {
        ways.put(tie, way);
      }
    }
  }

  /** How one that may not be seen can be opened, if it can. */
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
