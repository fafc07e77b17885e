package uk.followmycase.eligibility.internal;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.eligibility.internal.Criterion.Reach.Channel;

/** {@code rules.yaml} as it is written, once the schema has passed it. */
record RulesFile(List<Entry> rules) {

  List<Rule> compiled() {
    return rules.stream().map(Entry::compiled).toList();
  }

  record Entry(String id, String verdict, String reason, When when) {

    private Rule compiled() {
      var level =
          switch (verdict) {
            case "eligible" -> Answer.Level.INCLUDED;
            case "needs-person" -> Answer.Level.TO_DECIDE;
            default -> Answer.Level.EXCLUDED;
          };
      return Rule.of(id, level, reason, when.criteria());
    }
  }

  record When(
      @Nullable OffenceText offence,
      @Nullable FlagsText flags,
      @Nullable AgeText age,
      @Nullable Set<String> areas,
      @Nullable Set<String> roles,
      @Nullable String channel,
      @Nullable WindowText occurred,
      @Nullable WindowText reported,
      @Nullable ShareText share,
      @Nullable Boolean closed) {

    private List<Criterion> criteria() {
      var all = new ArrayList<Criterion>();
      add(all, closed, Criterion.Closed::new);
      add(all, roles, names -> new Criterion.OfRole(constants(Role.class, names)));
      add(all, channel, name -> new Criterion.Reach(constant(Channel.class, name)));
      add(all, offence, OffenceText::criterion);
      add(all, flags, FlagsText::criterion);
      add(all, areas, Criterion.Area::new);
      add(all, age, AgeText::criterion);
      add(all, occurred, window -> window.criterion(CaseFacts::occurredOn));
      add(all, reported, window -> window.criterion(CaseFacts::reportedOn));
      add(all, share, text -> new Criterion.Share(text.percent, text.salt));
      return List.copyOf(all);
    }
  }

  record OffenceText(
      @Nullable Set<String> groups,
      @Nullable Set<String> classes,
      @Nullable Set<String> codes,
      boolean unrecorded) {

    private Criterion criterion() {
      return new Criterion.Offence(orNone(groups), orNone(classes), orNone(codes), unrecorded);
    }
  }

  record FlagsText(
      @Nullable Set<String> any, @Nullable Set<String> all, @Nullable Set<String> none) {

    private Criterion criterion() {
      return new Criterion.Flags(
          constants(Flag.class, any), constants(Flag.class, all), constants(Flag.class, none));
    }
  }

  record AgeText(@Nullable Integer from, @Nullable Integer to, boolean unknown) {

    private Criterion criterion() {
      return from == null && to == null
          ? Criterion.Age.UNKNOWN
          : new Criterion.Age(
              requireNonNullElse(from, 0), requireNonNullElse(to, Integer.MAX_VALUE), unknown);
    }
  }

  record WindowText(@Nullable LocalDate from, @Nullable LocalDate to, boolean unknown) {

    private Criterion criterion(Function<CaseFacts, @Nullable LocalDate> day) {
      return from == null && to == null
          ? new Criterion.Window(day, LocalDate.MAX, LocalDate.MIN, unknown)
          : new Criterion.Window(
              day,
              requireNonNullElse(from, LocalDate.MIN),
              requireNonNullElse(to, LocalDate.MAX),
              unknown);
    }
  }

  record ShareText(int percent, String salt) {}

  private static <T> void add(
      List<Criterion> all, @Nullable T text, Function<T, Criterion> criterion) {
    if (text != null) {
      all.add(criterion.apply(text));
    }
  }

  private static Set<String> orNone(@Nullable Set<String> names) {
    return names == null ? Set.of() : names;
  }

  private static <E extends Enum<E>> Set<E> constants(Class<E> type, @Nullable Set<String> names) {
    return orNone(names).stream().map(name -> constant(type, name)).collect(toUnmodifiableSet());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
