package uk.followmycase.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the bound force's staff accounts are: the trail knows ids alone, also of those who left. */
public interface StaffNames {

  /** Those that are known here, by their ids. */
  Map<StaffId, Known> of(Collection<StaffId> ids);

  /** All who came with this collar number, the last seen first; a number may be given again. */
  List<Known> withCollarNumber(String collarNumber);

  /** The same of several numbers at once, by the number as it is compared. */
  Map<String, List<Known>> withCollarNumbers(Collection<String> collarNumbers);

  /**
   * Somebody as their provider named them when they last came.
   *
   * @param displayName empty where it named none
   * @param seenAt when that was
   */
  record Known(StaffId id, String displayName, @Nullable String collarNumber, Instant seenAt) {

    @Override
    public String toString() {
      return "staff record of " + id.value();
    }
  }
}
