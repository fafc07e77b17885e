package uk.followmycase.robustness;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import uk.followmycase.robustness.Evidence.Told;
import uk.followmycase.robustness.Readers.Owed;
import uk.followmycase.support.Place;

/**
 * What people were told of updates, held against what they had to be told, and how they could be
 * reached by then.
 *
 * @param owed how often somebody had to be told
 * @param notices that reached a provider
 * @param calls that took them there; two for a text in two languages
 * @param otherWay notices by e-mail
 * @param twice parts that came more than once, all of them marked
 * @param bans contacts that were not to be called from some moment on, and were not
 */
record News(int owed, long notices, int calls, long otherWay, int twice, int bans) {

  static News of(
      Readers readers,
      List<Ban> bans,
      Evidence evidence,
      Carrier carrier,
      Blows blows,
      List<String> unsent) {
    var told =
        evidence.all().stream().filter(it -> it.update() && Reader.has(it.taken().to())).toList();
    assertThat(readers.owed())
        .as("Who was to be told is told; of notices that reached nobody there are %s", unsent)
        .allMatch(owed -> told.stream().anyMatch(it -> reaches(it, owed)));
    for (var ban : bans) {
      assertThat(evidence.all().stream().filter(it -> !it.code()).map(Told::taken))
          .as("%s is heeded", ban)
          .noneMatch(it -> ban.brokenBy(it, blows));
    }
    assertWhole(told, readers);
    return new News(
        readers.owed().size(),
        told.stream().map(Told::notice).distinct().count(),
        told.size(),
        told.stream().filter(it -> it.taken().email()).map(Told::notice).distinct().count(),
        Evidence.further(told, carrier.calls(), blows),
        bans.size());
  }

  private static boolean reaches(Told told, Owed owed) {
    return owed.by().contains(told.taken().to()) && !told.taken().at().isBefore(owed.since());
  }

  /** What was handed over was handed over in all its parts: two texts where Welsh is a duty. */
  private static void assertWhole(List<Told> told, Readers readers) {
    told.stream()
        .filter(it -> it.state().equals("HANDED_OVER"))
        .filter(it -> it.channel().equals("EMAIL") == it.taken().email())
        .collect(groupingBy(Told::notice))
        .values()
        .forEach(
            parts -> {
              var to = parts.getFirst().taken().to();
              var both = !parts.getFirst().taken().email() && Reader.place(to) == Place.BANGOR;
              assertThat(parts.stream().map(it -> it.taken().text()).distinct())
                  .as("Texts of one notice")
                  .hasSize(both ? 2 : 1);
            });
  }
}
