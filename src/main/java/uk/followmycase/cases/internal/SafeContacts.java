package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.toSet;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.events.SafeContactChanged;

/** Tells the modules above of people who may be reached otherwise than before. */
@Component
class SafeContacts {

  private final StandingRows standings;
  private final Consequences consequences;

  SafeContacts(StandingRows standings, Consequences consequences) {
    this.standings = standings;
    this.consequences = consequences;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(SafeContactChanged event) {
    var people = event.people().stream().map(Recipient::personId).collect(toSet());
    var cases = event.people().stream().map(Recipient::caseId).distinct().toList();
    consequences.reachedOtherwise(
        standings.find(cases).stream().filter(found -> people.contains(found.personId())).toList(),
        event.contactGivenUp());
  }
}
