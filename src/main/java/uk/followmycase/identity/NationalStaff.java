package uk.followmycase.identity;

import java.util.List;
import java.util.Optional;
import uk.followmycase.identity.Staff.Admission;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.Staff.Over;
import uk.followmycase.identity.Staff.Vouched;
import uk.followmycase.tenancy.StaffProvider;

/** Those who look after the platform for all forces, by the platform's own provider alone. */
public interface NationalStaff {

  /** The platform's provider, from the program's settings; no force's file can name one. */
  Optional<StaffProvider> provider();

  /** Whoever holds this pass, if their visit still stands and their groups still let them in. */
  Optional<NationalAdministrator> standing(StaffPass pass);

  /**
   * Lets somebody in whom the platform's provider vouches for. Of whomever it does not let in,
   * nothing stands any more.
   */
  Admission admit(Vouched who);

  /** Ends a visit on all hosts at once. */
  Optional<Farewell> end(StaffPass pass);

  /** Ends a visit in whose place the same browser has begun another. */
  void replace(StaffPass pass);

  /** Ends what the platform's provider says is over. */
  int ended(Over over);

  /** The demonstration's own administrator; none outside of it. */
  List<StaffSignIn.Person> builtIn();

  /** Lets the demonstration's own administrator in. */
  Admission admitBuiltIn(String key);
}
