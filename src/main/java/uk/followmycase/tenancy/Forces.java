package uk.followmycase.tenancy;

import java.util.List;
import java.util.Optional;

/** The forces that this deployment serves. A force whose files are broken is not among them. */
public interface Forces {

  /** The force whose portal or desk answers on this host name (no port, any case), if any. */
  Optional<Force> byHost(String host);

  /** The force with this folder name under {@code tenants/}. */
  Optional<Force> bySlug(String slug);

  /** The force in its current revision; empty when this deployment does not serve it. */
  Optional<Force> byId(ForceId id);

  /**
   * The force in its current revision.
   *
   * @throws IllegalArgumentException when this deployment does not serve it
   */
  Force of(ForceId id);

  /** The bound force in its current revision. */
  default Force current() {
    return of(ForceBinding.current());
  }

  /** All forces served, by slug. */
  List<Force> all();

  /** What was refused at start: each with file, line, what is wrong and what to do. */
  List<Fault> faults();

  /**
   * One thing wrong in a file of a force.
   *
   * @param slug the force
   * @param file path below {@code tenants/}
   * @param line one-based; 0 when the whole file is meant
   * @param message what is wrong
   * @param advice what to do about it
   */
  record Fault(String slug, String file, int line, String message, String advice) {}

  /** A module's say in whether a force's files are fit; asked at start for every force. */
  interface Check {

    /** Everything wrong with the file this module answers for; empty when fit. */
    List<Fault> check(Files files);
  }

  /** A force's files, laid over the defaults. */
  interface Files {

    /** The force's folder name. */
    String slug();

    /** The settings in {@code force.yaml}, already checked. */
    ForceSettings settings();

    /**
     * Text of a file, the force's own or else the default's.
     *
     * @param name such as {@code rules.yaml}
     */
    Optional<Source> source(String name);

    /**
     * All files whose names begin so, the force's own first and then the defaults': where both say
     * something, the first holds.
     *
     * @param beginning such as {@code wording/}
     */
    List<Source> sources(String beginning);
  }

  /**
   * Text and where it was found.
   *
   * @param path below {@code tenants/}, for messages
   */
  record Source(String path, String text) {}

  /** The bound force's file of its current revision, the force's own or else the default's. */
  Optional<Source> source(ForceId id, String name);
}
