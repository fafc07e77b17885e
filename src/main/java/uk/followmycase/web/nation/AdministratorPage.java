package uk.followmycase.web.nation;

import uk.followmycase.identity.NationalOnDuty.Administrator;
import uk.followmycase.identity.StaffId;
import uk.followmycase.tenancy.keys.Handle;

/**
 * One of the nation's administrators.
 *
 * @param self whether it is the reader
 */
record AdministratorPage(Administrator who, boolean self, boolean mayLetIn) {

  static AdministratorPage of(Administrator who, StaffId reader) {
    var kept = who.excluded();
    return new AdministratorPage(
        who, who.id().equals(reader), kept != null && !kept.byId().equals(reader));
  }

  String address() {
    return address(who);
  }

  static String address(Administrator who) {
    return "/administrators/" + new Handle(who.id().value());
  }
}
