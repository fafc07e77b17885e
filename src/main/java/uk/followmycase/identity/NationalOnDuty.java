package uk.followmycase.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffExclusions.Outcome;

/**
 * The nation's administrators: who there is, who is signed in, and who is kept out whatever the
 * platform's provider says. Asked of the database at every request.
 */
public interface NationalOnDuty {

  /** Everybody who came within a year, and who is kept out; the latest first. */
  List<Administrator> all();

  /** One of them. */
  Optional<Administrator> of(StaffId who);

  /** Ends all that somebody has open, and keeps them out. */
  Outcome exclude(StaffId who, String why, NationalAdministrator by);

  /** Lets somebody in again. Whoever kept them out leaves that to a colleague. */
  Outcome readmit(StaffId who, NationalAdministrator by);

  /**
   * Somebody.
   *
   * @param displayName empty where the provider names none
   * @param seenAt when they last came
   * @param here whether they are signed in
   * @param excluded null while they may come in
   */
  record Administrator(
      StaffId id, String displayName, Instant seenAt, boolean here, @Nullable Excluded excluded) {

    @Override
    public String toString() {
      return "record of national administrator " + id.value();
    }
  }

  /**
   * That somebody is kept out.
   *
   * @param by name of whoever does; may be empty
   */
  record Excluded(Instant since, StaffId byId, String by, String why) {

    @Override
    public String toString() {
      return "exclusion by " + byId.value();
    }
  }
}
