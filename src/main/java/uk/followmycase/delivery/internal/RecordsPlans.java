package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** What the marks beside people's contacts in the records system mean for their plans. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordsPlans {

  private static final Actor RECORDS = Actor.system("records");

  private final KeptPlans plans;

  RecordsPlans(KeptPlans plans) {
    this.plans = plans;
  }

  /**
   * Writes the plans of those of whose contacts any was or is marked; of all others the records
   * system has nothing to say.
   *
   * @param changed people with changed contacts, and whether any was marked before
   */
  void tell(Collection<PersonContacts> people, Map<UUID, Boolean> changed) {
    var sayings = new ArrayList<Saying>();
    for (var person : people) {
      var plan = plan(person.points());
      var before = changed.get(person.personId());
      if (before != null && (before || !plan.equals(Plan.NONE))) {
        var recipient = new Recipient(person.caseId(), person.personId());
        sayings.add(new Saying(recipient, person.key(), Source.RECORDS, plan, null, RECORDS));
      }
    }
    if (!sayings.isEmpty()) {
      plans.say(sayings);
    }
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
