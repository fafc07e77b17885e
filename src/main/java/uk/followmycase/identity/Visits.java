package uk.followmycase.identity;

/** What one sign-in opened, on all hosts together; and its end. */
public interface Visits {

  /** Ends everything that this sign-in opened, at once and on every host. */
  void end(CurrentPerson person);

  /** Ends every session of an account, in the caller's transaction if one runs. */
  void endAll(AccountId account);
}
