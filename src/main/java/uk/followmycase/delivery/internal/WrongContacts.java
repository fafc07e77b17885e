package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.delivery.events.PeopleNotReached;
import uk.followmycase.delivery.events.PeopleNotReached.NotReached;
import uk.followmycase.delivery.events.PeopleNotReached.Why;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.tenancy.ForceBinding;

/**
 * What follows when something does not reach somebody. A contact that comes back, or whose reader
 * says that it is not for them, is left alone from then on; whoever can be reached safely by
 * another is told by it before their first deadline, all others a person has to tell.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WrongContacts {

  private final GivenUp contacts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WrongContacts(GivenUp contacts, ApplicationEventPublisher events, Clock clock) {
    this.contacts = contacts;
    this.events = events;
    this.clock = clock;
  }

  /** The contact is wrong. */
  void cameBack(Returned what) {
    var people = new LinkedHashSet<Recipient>(List.of(what.person()));
    if (what.contact() != null) {
      people.addAll(contacts.contact(what.contact()));
    }
    changed(people);
    var left = contacts.left(people.stream().map(Recipient::personId).toList()).keySet();
    var unreached = new ArrayList<NotReached>();
    people.stream()
        .filter(person -> !left.contains(person.personId()))
        .forEach(person -> unreached.add(what.of(person, Why.CONTACT_WRONG)));
    tellOtherwise(what, null, unreached);
  }

  /** Contacts that are new on these people's cases were given up on others. */
  void known(Map<Recipient, Channel> people) {
    tell(
        people.entrySet().stream()
            .map(each -> refused(each.getKey(), Kind.INVITATION, each.getValue()))
            .toList());
  }

  /**
   * The provider gave up, or will not have what it was given; the contact may be right.
   *
   * @param again whether it was already sent another way for the same reason
   */
  void undelivered(Returned what, boolean again) {
    var unreached = new ArrayList<NotReached>();
    if (again || !what.kind().anyWay()) {
      if (what.kind().mustReach()) {
        unreached.add(what.because(Why.FAILED));
      }
      tell(unreached);
    } else {
      tellOtherwise(what, what.channel(), unreached);
    }
  }

  /** Whoever got it complains: they are not written to in this way again. */
  void complained(Returned what) {
    contacts.channel(what.personId(), what.channel());
    if (what.contact() != null) {
      everybody(what.contact(), what.kind(), what.channel());
    }
    changed(List.of(what.person()));
    var unreached = new ArrayList<>(List.of(what.because(Why.NOT_FOR_THEM)));
    tellOtherwise(what, null, unreached);
  }

  /** Whoever opened what was sent says that it is not for them. */
  void notForThem(UUID person, Channel channel) {
    var sentTo = contacts.first(person, channel);
    contacts.channel(person, channel);
    sentTo.ifPresent(contact -> everybody(contact, Kind.INVITATION, channel));
  }

  Set<Channel> givenUp(UUID person) {
    return contacts.channels(person);
  }

  /** It is theirs after all; on their other cases somebody has to say so, too. */
  void takenUp(UUID person) {
    contacts.takeUp(person);
  }

  /** Whoever got news says that it is not for them: the same contact, once for each person. */
  void refused(List<Returned> news) {
    for (var each : news) {
      if (each.contact() != null) {
        everybody(each.contact(), each.kind(), each.channel());
      }
    }
    news.forEach(each -> tellOtherwise(each, null, new ArrayList<>()));
  }

  /**
   * Gives a contact up, whoever has it so far: the same victim on another case, or somebody whose
   * number was written down with the same mistake.
   */
  private void everybody(byte[] contact, Kind kind, Channel channel) {
    var people = contacts.contact(contact);
    if (!people.isEmpty()) {
      changed(people);
      tell(people.stream().map(it -> refused(it, kind, channel)).toList());
    }
  }

  private static NotReached refused(Recipient person, Kind kind, Channel channel) {
    return new NotReached(person.caseId(), person.personId(), kind, channel, Why.NOT_FOR_THEM);
  }

  /**
   * News is told by what else is safe, as long as it is news; if nothing is, by a person. That the
   * code somebody signs in with is another is told by a person in any case: whoever asked for it
   * may be somebody else, and is in already.
   */
  private void tellOtherwise(Returned what, @Nullable Channel notBy, List<NotReached> unreached) {
    if (what.kind() == Kind.CODE_REPLACED) {
      unreached.add(what.because(Why.FAILED));
    }
    if (what.kind().anyWay()) {
      var late = !what.deadline().isAfter(clock.instant());
      if (late || !reachable(what, notBy)) {
        unreached.add(what.because(late ? Why.TOO_LATE : Why.NO_SAFE_WAY));
      } else {
        events.publishEvent(
            new NewsCameBack(
                ForceBinding.current(),
                what.kind(),
                what.about(),
                what.person(),
                what.deadline(),
                notBy));
      }
    }
    tell(unreached);
  }

  private boolean reachable(Returned what, @Nullable Channel notBy) {
    return contacts.left(List.of(what.personId())).getOrDefault(what.personId(), Set.of()).stream()
        .anyMatch(channel -> channel != notBy);
  }

  private void changed(Collection<Recipient> people) {
    events.publishEvent(new SafeContactChanged(ForceBinding.current(), List.copyOf(people), true));
  }

  private void tell(List<NotReached> unreached) {
    if (!unreached.isEmpty()) {
      events.publishEvent(new PeopleNotReached(ForceBinding.current(), unreached));
    }
  }
}
