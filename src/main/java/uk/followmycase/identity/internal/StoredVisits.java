package uk.followmycase.identity.internal;

import org.springframework.stereotype.Component;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.Visits;

/** Deleting rows is all it takes: nothing about a session is known anywhere else. */
@Component
class StoredVisits implements Visits {

  private final SessionRows rows;

  StoredVisits(SessionRows rows) {
    this.rows = rows;
  }

  @Override
  public void end(CurrentPerson person) {
    rows.deleteVisit(person.visit());
  }

  @Override
  public void endAll(AccountId account) {
    rows.deleteAll(account);
  }
}
