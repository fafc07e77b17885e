package uk.followmycase.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Forms of the bound force's staff that could not be sent before their person had signed in anew:
 * sealed, for a day, for the one who filled them in.
 */
public interface HeldForms {

  /**
   * Keeps a form.
   *
   * @return empty when it is too long
   */
  Optional<Handle> keep(StaffMember who, HeldForm form);

  /** A form that this person filled in; empty for anybody else, and when its day is over. */
  Optional<HeldForm> find(StaffMember who, Handle handle);

  /**
   * A form as it was filled in.
   *
   * @param path where it goes, on the desk's own host
   * @param fields with all their values
   */
  record HeldForm(String path, Map<String, List<String>> fields) {

    @Override
    public String toString() {
      return "held form";
    }
  }
}
