package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.tenancy.ForceBinding;

/**
 * What the records system says of how people may be reached: by the marks beside their contacts,
 * and by what else it knows. Of both the safer holds.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordsPlans {

  private static final Actor RECORDS = Actor.system("records");

  private final KeptPlans plans;
  private final ApplicationEventPublisher events;

  RecordsPlans(KeptPlans plans, ApplicationEventPublisher events) {
    this.plans = plans;
    this.events = events;
  }

  /**
   * Writes the plans of those of whom the records system says anything, or did before; of all
   * others it has nothing to say.
   *
   * @param changed people with changed contacts
   * @param marked people of whom it said something before
   */
  void tell(Collection<PersonContacts> people, Set<UUID> changed, Set<UUID> marked) {
    var said =
        people.stream()
            .map(person -> saying(person, plan(person.points()).and(person.plan())))
            .filter(it -> marked.contains(it.person().personId()) || !it.plan().equals(Plan.NONE))
            .toList();
    var news = said.isEmpty() ? said : plans.news(said);
    if (!news.isEmpty()) {
      plans.say(news);
      tellOthers(news, changed);
    }
  }

  /** Whose contacts changed is told of anyhow. */
  private void tellOthers(List<Saying> news, Set<UUID> changed) {
    var alone =
        news.stream().map(Saying::person).filter(it -> !changed.contains(it.personId())).toList();
    if (!alone.isEmpty()) {
      events.publishEvent(new SafeContactChanged(ForceBinding.current(), alone, false));
    }
  }

  private static Saying saying(PersonContacts person, Plan plan) {
    var recipient = new Recipient(person.caseId(), person.personId());
    return new Saying(recipient, person.key(), Source.RECORDS, plan, null, RECORDS);
  }

  /** A channel of which nothing is on record is not spoken of. */
  private static Plan plan(List<Point> points) {
    var known = channels(points);
    var safe = channels(points.stream().filter(Point::safe).toList());
    var channels = EnumSet.allOf(Channel.class);
    channels.removeIf(channel -> known.contains(channel) && !safe.contains(channel));
    var shared = points.stream().anyMatch(point -> point.safe() && point.shared());
    var none = Plan.NONE;
    return new Plan(
        channels, none.times(), false, false, none.voicemail(), shared, false, none.reviewOn());
  }

  private static Set<Channel> channels(List<Point> points) {
    var channels = EnumSet.noneOf(Channel.class);
    points.forEach(point -> channels.add(point.contact().channel()));
    return channels;
  }
}
