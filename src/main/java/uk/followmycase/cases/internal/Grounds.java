package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.tenancy.keys.Digests;

/**
 * What a decision about somebody is made on: the rules' reasons, the case's flags, and the digests
 * that also stand on another side. One line each, no words of people.
 */
record Grounds(Set<String> lines) {

  private static final String MET = "met ";
  private static final int SHORT = 16;

  Grounds {
    lines = Set.copyOf(lines);
  }

  static Grounds of(Decided ruled, CaseFacts facts, Collection<byte[]> met) {
    var lines = new TreeSet<String>();
    ruled.reasons().forEach(reason -> lines.add("reason " + reason.rule() + " " + reason.key()));
    facts.flags().forEach(flag -> lines.add("flag " + flag));
    met.forEach(digest -> lines.add(MET + HexFormat.of().formatHex(digest)));
    return new Grounds(lines);
  }

  /** Only the digests that also stand on another side. */
  Grounds met() {
    return new Grounds(
        lines.stream().filter(line -> line.startsWith(MET)).collect(Collectors.toSet()));
  }

  /** Whether there is nothing that those others do not have. */
  boolean within(Grounds others) {
    return others.lines.containsAll(lines);
  }

  /** By which a form knows whether they have changed since it was shown. */
  String mark() {
    var all = String.join("\n", new TreeSet<>(lines));
    return HexFormat.of().formatHex(Digests.sha256(all)).substring(0, SHORT);
  }
}
