package uk.followmycase.audit;

/**
 * Who acted.
 *
 * @param kind what sort of actor
 * @param id opaque: an account id, a machine client's id, an officer's id, or the name of a job
 */
public record Actor(Kind kind, String id) {

  public Actor {
    if (id.isBlank() || id.length() > 100) {
      throw new IllegalArgumentException("An actor's id has 1 to 100 characters");
    }
  }

  /** Sorts of actors. */
  public enum Kind {
    RECORDS_SYSTEM,
    PERSON,
    OFFICER,
    SYSTEM
  }

  /** A job of ours. */
  public static Actor system(String job) {
    return new Actor(Kind.SYSTEM, job);
  }
}
