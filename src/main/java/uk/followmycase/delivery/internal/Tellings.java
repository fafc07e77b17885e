package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.SafeContacts;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Telling;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Handle;

/** Finds how people can be told that something is new, and who is to be told already. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Tellings {

  private final NoticeRows rows;
  private final ContactPoints contacts;
  private final Holds holds;
  private final ApplicationEventPublisher events;

  Tellings(NoticeRows rows, ContactPoints contacts, Holds holds, ApplicationEventPublisher events) {
    this.rows = rows;
    this.contacts = contacts;
    this.holds = holds;
    this.events = events;
  }

  /** One notice for each who is not told already, all of one kind. */
  List<Notice> of(Collection<Telling> people) {
    var kind = people.iterator().next().kind();
    var ids = people.stream().map(it -> it.person().personId()).toList();
    var told = rows.waitingAbout(kind, ids);
    holds.hurry(
        kind,
        people.stream()
            .filter(it -> it.atOnce() && told.contains(it.person().personId()))
            .toList());
    var wanted = new HashMap<UUID, Telling>();
    people.stream()
        .filter(it -> !told.contains(it.person().personId()))
        .forEach(it -> wanted.put(it.person().personId(), it));
    return wanted.isEmpty() ? List.of() : notices(wanted);
  }

  private List<Notice> notices(Map<UUID, Telling> wanted) {
    Map<UUID, DataKey> keys = new HashMap<>();
    wanted.forEach((person, telling) -> keys.put(person, telling.key()));
    var safe = contacts.safe(keys);
    var notices = new ArrayList<Notice>();
    var unreached = new ArrayList<NotReached>();
    wanted.forEach(
        (person, telling) -> {
          var way = way(telling, safe.get(person));
          if (way.isPresent()) {
            notices.add(notice(telling, way.get()));
          } else {
            unreached.add(notReached(telling, telling.kind()));
          }
        });
    if (!unreached.isEmpty()) {
      events.publishEvent(new PeopleNotReached(ForceBinding.current(), unreached));
    }
    return notices;
  }

  private static Optional<Channel> way(Telling telling, @Nullable SafeContacts safe) {
    return Optional.ofNullable(safe).stream()
        .flatMap(it -> it.contacts().stream())
        .map(Contact::channel)
        .filter(channel -> channel != telling.notBy())
        .findFirst();
  }

  private Notice notice(Telling telling, Channel channel) {
    return new Notice(
        Handle.rowId(),
        telling.kind(),
        telling.person().personId(),
        telling.person(),
        channel,
        telling.dueAt(),
        telling.expiresAt(),
        Map.of());
  }

  private static NotReached notReached(Telling telling, Kind kind) {
    var person = telling.person();
    return new NotReached(person.caseId(), person.personId(), kind, Channel.TEXT, Why.NO_SAFE_WAY);
  }
}
