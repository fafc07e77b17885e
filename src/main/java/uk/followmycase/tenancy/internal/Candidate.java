package uk.followmycase.tenancy.internal;

import java.util.List;
import java.util.Optional;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Sites;

/**
 * A folder that wants to be a force.
 *
 * @param fit what it would be served as; empty when anything is wrong
 * @param faults everything wrong
 */
record Candidate(String slug, Optional<Fit> fit, List<Fault> faults) {

  /** Files and words of a force that may be served. */
  record Fit(LaidFiles files, Words words) {

    /** Its portal's and its desk's. */
    List<String> hosts() {
      var host = files.settings().host();
      return List.of(host, Sites.DESK + host);
    }
  }

  static Candidate refused(String slug, List<Fault> faults) {
    return new Candidate(slug, Optional.empty(), List.copyOf(faults));
  }

  static Candidate fit(LaidFiles files, Words words) {
    return new Candidate(files.slug(), Optional.of(new Fit(files, words)), List.of());
  }
}
