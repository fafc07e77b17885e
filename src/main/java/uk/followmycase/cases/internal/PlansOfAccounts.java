package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.AccountPlans;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Asks the plans of everybody on a case as whom an account is let in. Each force is asked by
 * itself; none hears of another.
 */
@Component
class PlansOfAccounts implements AccountPlans {

  private final GrantRows grants;
  private final SafeContactPlans plans;
  private final ContactPoints points;
  private final TransactionTemplate transactions;

  PlansOfAccounts(
      GrantRows grants,
      SafeContactPlans plans,
      ContactPoints points,
      TransactionTemplate transactions) {
    this.grants = grants;
    this.plans = plans;
    this.points = points;
    this.transactions = transactions;
  }

  @Override
  public Map<Contact, Plan> of(AccountId account, Collection<Contact> contacts) {
    var known =
        grants.forcesOf(account).stream()
            .map(force -> ForceBinding.call(force, () -> asked(account, contacts)))
            .toList();
    var plan = known.stream().map(Here::plan).reduce(Plan.NONE, Plan::and);
    var byContact = new HashMap<Contact, Plan>();
    for (var contact : contacts) {
      var closed = known.stream().anyMatch(here -> here.closed().contains(contact));
      byContact.put(contact, closed ? plan.and(without(contact.channel())) : plan);
    }
    return byContact;
  }

  /**
   * What the bound force knows.
   *
   * @param closed by which of the contacts nothing may go
   */
  private record Here(Plan plan, Set<Contact> closed) {}

  private Here asked(AccountId account, Collection<Contact> contacts) {
    return Objects.requireNonNull(transactions.execute(now -> here(account, contacts)));
  }

  private Here here(AccountId account, Collection<Contact> contacts) {
    var people = grants.peopleOf(account);
    var plan =
        plans.of(people).entrySet().stream()
            .map(person -> forCodes(person.getKey(), person.getValue()))
            .reduce(Plan.NONE, Plan::and);
    return new Here(plan, points.closed(people, contacts));
  }

  private static Plan without(Channel channel) {
    var none = Plan.NONE;
    return new Plan(
        EnumSet.of(channel.other()),
        none.times(),
        none.discreet(),
        none.noLink(),
        none.voicemail(),
        none.sharedDevice(),
        none.paused(),
        none.reviewOn());
  }

  /**
   * What people choose for news of their case is no word about codes that they ask for themselves,
   * or they could never sign in to choose again. Their hours hold; so does all that others say.
   */
  private Plan forCodes(UUID person, Plan holds) {
    var said = new EnumMap<Source, Plan>(Source.class);
    said.putAll(plans.said(person));
    var own = said.remove(Source.VICTIM);
    var others = said.values().stream().reduce(Plan.NONE, Plan::and);
    var channels = EnumSet.noneOf(Channel.class);
    others.channels().stream()
        .filter(channel -> holds.channels().contains(channel) || closed(own, channel))
        .forEach(channels::add);
    return new Plan(
        channels,
        holds.times(),
        holds.discreet(),
        holds.noLink(),
        holds.voicemail(),
        holds.sharedDevice(),
        others.paused(),
        holds.reviewOn(),
        null,
        holds.zones());
  }

  private static boolean closed(@Nullable Plan own, Channel channel) {
    return own != null && !own.channels().contains(channel);
  }
}
