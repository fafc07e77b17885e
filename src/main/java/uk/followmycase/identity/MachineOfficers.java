package uk.followmycase.identity;

import java.util.Optional;

/** Officers of the bound force whom its own system names, without their coming themselves. */
public interface MachineOfficers {

  /**
   * An officer with this collar number, as one who acts through a machine client: never more than
   * an officer, and never freshly proved.
   *
   * @param client id of the machine client
   * @return empty when anybody of this number is kept out: a way around the door is none
   */
  Optional<StaffMember> acting(String client, String collarNumber);
}
