package uk.followmycase.tenancy.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces.Fault;

/** Who is served, found by each of its names. */
record Served(
    Map<String, Force> byHost,
    SortedMap<String, Force> bySlug,
    Map<ForceId, Force> byId,
    Map<ForceId, Candidate.Fit> fit,
    Words words,
    List<Fault> faults) {

  static final Served NOTHING_YET =
      new Served(
          Map.of(),
          new TreeMap<>(),
          Map.of(),
          Map.of(),
          new Words(new Vocabulary(Map.of(), null), new Vocabulary(Map.of(), null)),
          List.of());

  static Served of(List<Candidate> examined, Map<String, Revisions.Head> heads, Words words) {
    var faults = examined.stream().flatMap(one -> one.faults().stream()).toList();
    var served =
        new Served(
            new HashMap<>(), new TreeMap<>(), new HashMap<>(), new HashMap<>(), words, faults);
    examined.stream()
        .flatMap(one -> one.fit().stream())
        .forEach(fit -> served.add(fit, Objects.requireNonNull(heads.get(fit.files().slug()))));
    return served;
  }

  private void add(Candidate.Fit one, Revisions.Head head) {
    var force = new Force(head.force(), head.slug(), head.revision(), one.files().settings());
    one.hosts().forEach(host -> byHost.put(host, force));
    bySlug.put(force.slug(), force);
    byId.put(force.id(), force);
    fit.put(force.id(), one);
  }
}
