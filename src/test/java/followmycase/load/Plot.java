package followmycase.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is settled about a case before its story is told, so that a case can look at another one:
 * both of a counter-allegation know each other's people.
 *
 * @param victims who was harmed
 * @param counter whether the neighbouring case is the other side's
 */
record Plot(
    long seed,
    int number,
    RecordsSystem system,
    Stock.Offence offence,
    Instant reported,
    List<Human> victims,
    boolean counter) {

  private static final Instant FIRST = Instant.parse("2025-05-01T00:00:00Z");
  private static final int DAYS = 540;

  static Plot of(long seed, Stock stock, int number) {
    var pair = pair(seed, number);
    var system = system(pair, stock);
    var counter = pair.chance(5);
    var day = FIRST.plus(pair.below(DAYS), ChronoUnit.DAYS);
    var dice = Dice.of(seed, "plot", number);
    var offence = dice.pick(stock.offences(), Stock.Offence::weight);
    return new Plot(
        seed,
        number,
        system,
        counter ? stock.offences().getFirst() : offence,
        day.plus(dice.below(24 * 60 * 60), ChronoUnit.SECONDS),
        victims(seed, stock, number, dice),
        counter);
  }

  /** Where somebody lives who first comes up in this case. */
  static RecordsSystem home(long seed, Stock stock, int number) {
    return system(pair(seed, number), stock);
  }

  /** The other side of a counter-allegation. */
  Plot otherSide(Stock stock) {
    return of(seed, stock, number ^ 1);
  }

  /** The reference, written in one of the ways people write it. */
  String reference(int way) {
    return system.reference(number + 1, reported.atOffset(ZoneOffset.UTC).getYear(), way);
  }

  private static Dice pair(long seed, int number) {
    return Dice.of(seed, "pair", number / 2);
  }

  private static RecordsSystem system(Dice pair, Stock stock) {
    return pair.pick(stock.systems(), RecordsSystem::share);
  }

  /** One in four has been a victim before, perhaps of another force's case. */
  private static List<Human> victims(long seed, Stock stock, int number, Dice dice) {
    var count = dice.chance(12) ? dice.between(2, Human.IN_A_CASE) : 1;
    return IntStream.range(0, count)
        .map(
            n ->
                number > 0 && dice.chance(25)
                    ? dice.below(number) * Human.IN_A_CASE
                    : number * Human.IN_A_CASE + n)
        .distinct()
        .mapToObj(n -> Human.of(seed, stock, n))
        .toList();
  }
}
