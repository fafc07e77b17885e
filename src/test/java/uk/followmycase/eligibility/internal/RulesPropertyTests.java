package uk.followmycase.eligibility.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Clash;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.eligibility.internal.Answer.Level;

class RulesPropertyTests {

  private static final String SEED = "20260301";

  @Property(tries = 200, seed = SEED)
  void theHighestLevelDecides(
      @ForAll("rules") List<Rule> rules, @ForAll("somebody") People somebody) {
    var met = met(rules, somebody);
    var verdict = RuleSet.of(1, rules).judge(somebody.subject());
    assertThat(verdict)
        .isInstanceOf(
            !somebody.person().clashes().isEmpty()
                ? Verdict.NeedsPerson.class
                : met.contains(Level.EXCLUDED)
                    ? Verdict.NotEligible.class
                    : met.contains(Level.TO_DECIDE)
                        ? Verdict.NeedsPerson.class
                        : met.contains(Level.INCLUDED)
                            ? Verdict.Eligible.class
                            : Verdict.NotEligible.class);
    assertThat(verdict.reasons()).isNotEmpty();
  }

  @Property(tries = 100, seed = SEED)
  void theOrderOfRulesDoesNotMatter(
      @ForAll("rules") List<Rule> rules, @ForAll("somebody") People somebody) {
    var verdict = RuleSet.of(1, rules).judge(somebody.subject());
    var reversed = RuleSet.of(1, rules.reversed()).judge(somebody.subject());
    assertThat(reversed).hasSameClassAs(verdict);
    assertThat(reversed.reasons()).containsExactlyInAnyOrderElementsOf(verdict.reasons());
  }

  @Property(tries = 100, seed = SEED)
  void noRuleSwitchesACollisionOff(
      @ForAll("rules") List<Rule> rules,
      @ForAll("somebody") People somebody,
      @ForAll @Size(min = 1) Set<Clash> clashes) {
    var verdict =
        RuleSet.of(1, rules).judge(somebody.clashing(clashes.toArray(Clash[]::new)).subject());
    assertThat(verdict).isInstanceOf(Verdict.NeedsPerson.class);
    assertThat(verdict.reasons())
        .hasSameSizeAs(clashes)
        .allMatch(r -> r.rule().equals("collision"));
  }

  @Property(tries = 200, seed = SEED)
  void aGrowingShareKeepsEverybodyWhoWasIn(@ForAll String reference, @ForAll String source) {
    var somebody = People.victim().on(reference).called(source).subject();
    var in =
        IntStream.rangeClosed(0, 100)
            .mapToObj(n -> new Criterion.Share(n, "salt").metBy(somebody))
            .toList();
    assertThat(in).isSorted().startsWith(false).endsWith(true);
  }

  @Property(tries = 20, seed = SEED)
  void aShareIsAboutSoManyOfAHundred(@ForAll @IntRange(max = 100) int percent) {
    var share = new Criterion.Share(percent, "salt");
    var in =
        IntStream.range(0, 4_000)
            .filter(n -> share.metBy(People.victim().on("R" + n / 2).called("P" + n % 2).subject()))
            .count();
    assertThat(in / 40.0).isBetween(percent - 3.5, percent + 3.5);
  }

  private static Set<Level> met(List<Rule> rules, People somebody) {
    var met = EnumSet.noneOf(Level.class);
    rules.stream()
        .filter(rule -> rule.criteria().stream().allMatch(c -> c.metBy(somebody.subject())))
        .forEach(rule -> met.add(rule.says().level()));
    return met;
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    var criterion =
        Arbitraries.oneOf(
            Arbitraries.of(Flag.class)
                .set()
                .ofMaxSize(2)
                .map(f -> new Criterion.Flags(f, Set.of(), Set.of())),
            Arbitraries.of(Role.class).set().ofMaxSize(4).map(Criterion.OfRole::new),
            Arbitraries.of(Criterion.Reach.Channel.class).map(Criterion.Reach::new),
            Arbitraries.of(true, false).map(Criterion.Closed::new));
    return Combinators.combine(
            Arbitraries.of(Level.INCLUDED, Level.TO_DECIDE, Level.EXCLUDED),
            criterion.list().ofMinSize(1).ofMaxSize(2))
        .as(
            (level, criteria) ->
                Rule.of("r" + criteria.hashCode(), level, "k", List.copyOf(criteria)))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<People> somebody() {
    return Combinators.combine(
            Arbitraries.of(Flag.class).set().ofMaxSize(3),
            Arbitraries.of(Role.class),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(Clash.class).set().ofMaxSize(1))
        .as(
            (flags, role, text, closed, clashes) -> {
              var somebody =
                  People.victim()
                      .flagged(flags.toArray(Flag[]::new))
                      .as(role)
                      .reachedBy(text, true)
                      .clashing(clashes.toArray(Clash[]::new));
              return closed ? somebody.closed() : somebody;
            });
  }
}
