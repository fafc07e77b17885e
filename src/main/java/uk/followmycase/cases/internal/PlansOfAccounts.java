package uk.followmycase.cases.internal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Channel;
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
  private final TransactionTemplate transactions;

  PlansOfAccounts(GrantRows grants, SafeContactPlans plans, TransactionTemplate transactions) {
    this.grants = grants;
    this.plans = plans;
    this.transactions = transactions;
  }

  @Override
  public Plan of(AccountId account) {
    return grants.forcesOf(account).stream()
        .map(force -> ForceBinding.call(force, () -> transactions.execute(now -> here(account))))
        .map(Objects::requireNonNull)
        .reduce(Plan.NONE, Plan::and);
  }

  private Plan here(AccountId account) {
    return plans.of(grants.peopleOf(account)).entrySet().stream()
        .map(person -> forCodes(person.getKey(), person.getValue()))
        .reduce(Plan.NONE, Plan::and);
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
        holds.reviewOn());
  }

  private static boolean closed(@Nullable Plan own, Channel channel) {
    return own != null && !own.channels().contains(channel);
  }
}
