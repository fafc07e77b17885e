package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.AccountPlans;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.internal.Attempts.Attempt;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/**
 * Sends the codes of an attempt, apart from the request that began it: whether there is an account
 * is not even looked up before the answer has gone, so its time tells nothing. Where there is none,
 * or its holder may not be reached now, codes are made all the same and go nowhere, so that
 * answering them takes the same steps.
 *
 * <p>Nothing is lost that matters if this process dies in between: the person asks again.
 */
@Component
class SignInCodes {

  private static final Logger LOG = LoggerFactory.getLogger(SignInCodes.class);
  private static final int AT_ONCE = 3;

  private final Accounts accounts;
  private final ObjectProvider<AccountPlans> plans;
  private final OneTimeCodes codes;
  private final CodeRows rows;
  private final TransactionTemplate transactions;
  private final SafeHours hours;
  private final Forces forces;
  private final Clock clock;
  private final SimpleAsyncTaskExecutor threads;

  SignInCodes(
      Accounts accounts,
      ObjectProvider<AccountPlans> plans,
      OneTimeCodes codes,
      CodeRows rows,
      TransactionTemplate transactions,
      SafeHours hours,
      Forces forces,
      Clock clock) {
    this.accounts = accounts;
    this.plans = plans;
    this.codes = codes;
    this.rows = rows;
    this.transactions = transactions;
    this.hours = hours;
    this.forces = forces;
    this.clock = clock;
    this.threads = new SimpleAsyncTaskExecutor("sign-in-codes-");
    threads.setVirtualThreads(true);
    threads.setConcurrencyLimit(AT_ONCE);
  }

  void sendLater(UUID id, Attempt attempt) {
    threads.execute(
        () -> {
          try {
            var plans = plans(attempt);
            ForceBinding.run(
                attempt.from(),
                () -> transactions.executeWithoutResult(status -> send(id, attempt, plans)));
          } catch (DataAccessException failed) {
            LOG.warn(
                "Codes of an attempt to sign in could not be queued: {}",
                failed.getClass().getName());
          }
        });
  }

  /** How codes may reach those who sign in so, before any force is bound; empty for nobody. */
  private Map<Contact, Plan> plans(Attempt attempt) {
    var safer = new HashMap<Contact, Plan>();
    for (var account : accounts(attempt)) {
      attempt.contacts().forEach(contact -> safer.putIfAbsent(contact, Plan.NONE));
      plans.stream()
          .map(known -> known.of(account, attempt.contacts()))
          .forEach(
              here ->
                  safer.replaceAll(
                      (contact, plan) -> plan.and(here.getOrDefault(contact, Plan.NONE))));
    }
    return safer;
  }

  private void send(UUID id, Attempt attempt, Map<Contact, Plan> plans) {
    for (var contact : attempt.contacts()) {
      var plan = plans.get(contact);
      if (plan != null && reaches(plan, contact)) {
        codes.send(id, contact, attempt.language(), plan);
      } else {
        pretend(id, contact);
      }
    }
  }

  /** Whether it is safe by this contact at this moment; that it is not, nobody is told. */
  private boolean reaches(Plan plan, Contact contact) {
    var now = clock.instant();
    return plan.channels().contains(contact.channel())
        && plan.next(now, hours).filter(now::equals).isPresent();
  }

  private List<AccountId> accounts(Attempt attempt) {
    var contacts = attempt.contacts();
    return attempt.strict()
        ? accounts.strictWith(contacts.getFirst())
        : accounts
            .withBoth(contacts.getFirst(), contacts.getLast())
            .filter(account -> !accounts.strict(account))
            .stream()
            .toList();
  }

  private void pretend(UUID id, Contact contact) {
    var today = CodeRules.today(clock.instant(), forces.current().settings().zone());
    rows.counted(id, contact, today);
    rows.renew(id, contact, CodeRules.fresh(), today, 1);
  }
}
