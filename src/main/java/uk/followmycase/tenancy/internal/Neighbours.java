package uk.followmycase.tenancy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.StaffProvider;

/**
 * What forces, each in order by itself, must not claim together: nobody could tell whose a host is,
 * or which of two identity providers of one name has sent somebody back. None of them is served.
 */
final class Neighbours {

  private final Map<String, List<String>> byHost = new HashMap<>();

  /** By name and issuer of a provider, the forces that list it so. */
  private final Map<String, Map<String, Set<String>>> byProvider = new HashMap<>();

  private Neighbours(List<Candidate> examined) {
    examined.forEach(candidate -> candidate.fit().ifPresent(this::claims));
  }

  /** The same candidates, without those that claim what another does. */
  static List<Candidate> apart(List<Candidate> examined) {
    var all = new Neighbours(examined);
    return examined.stream().map(all::alone).toList();
  }

  private void claims(Candidate.Fit fit) {
    var slug = fit.files().slug();
    for (var host : fit.hosts()) {
      byHost.computeIfAbsent(host, unclaimed -> new ArrayList<>()).add(slug);
    }
    for (var provider : providers(fit)) {
      byProvider
          .computeIfAbsent(provider.name(), unclaimed -> new TreeMap<>())
          .computeIfAbsent(provider.issuer(), unclaimed -> new TreeSet<>())
          .add(slug);
    }
  }

  private Candidate alone(Candidate candidate) {
    var faults =
        candidate.fit().stream()
            .flatMap(fit -> Stream.concat(host(fit).stream(), issuers(fit)))
            .toList();
    return faults.isEmpty() ? candidate : Candidate.refused(candidate.slug(), faults);
  }

  private Optional<Fault> host(Candidate.Fit fit) {
    return fit.hosts().stream()
        .map(host -> byHost.getOrDefault(host, List.of()))
        .filter(claimants -> claimants.size() > 1)
        .findFirst()
        .map(
            claimants ->
                fault(
                    fit,
                    List.of("host"),
                    "is claimed by " + String.join(" and ", claimants),
                    "Give each force a host of its own"));
  }

  private Stream<Fault> issuers(Candidate.Fit fit) {
    var providers = providers(fit);
    return IntStream.range(0, providers.size())
        .filter(at -> !others(providers.get(at)).isEmpty())
        .mapToObj(
            at ->
                fault(
                    fit,
                    List.of("staff", Integer.toString(at), "issuer"),
                    "is another than that of the same name at "
                        + String.join(" and ", others(providers.get(at))),
                    "Give this provider a name of its own, or, where they share one, the same issuer"));
  }

  /** Forces at which another issuer has this provider's name. */
  private Set<String> others(StaffProvider provider) {
    var others = new TreeSet<String>();
    byProvider
        .getOrDefault(provider.name(), Map.of())
        .forEach(
            (issuer, slugs) -> {
              if (!issuer.equals(provider.issuer())) {
                others.addAll(slugs);
              }
            });
    return others;
  }

  private static List<StaffProvider> providers(Candidate.Fit fit) {
    return fit.files().settings().staff();
  }

  private static Fault fault(Candidate.Fit fit, List<String> path, String message, String advice) {
    var files = fit.files();
    return new Fault(
        files.slug(),
        files.own().path(ForceFile.NAME),
        files.line(ForceFile.NAME, path),
        String.join(".", path) + " " + message,
        advice);
  }
}
