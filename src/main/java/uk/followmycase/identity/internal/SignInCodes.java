package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.internal.Attempts.Attempt;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/**
 * Sends the codes of an attempt, apart from the request that began it: whether there is an account
 * is not even looked up before the answer has gone, so its time tells nothing. Where there is none,
 * codes are made all the same and go nowhere, so that answering them takes the same steps.
 *
 * <p>Nothing is lost that matters if this process dies in between: the person asks again.
 */
@Component
class SignInCodes {

  private static final Logger LOG = LoggerFactory.getLogger(SignInCodes.class);
  private static final int AT_ONCE = 3;

  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final CodeRows rows;
  private final TransactionTemplate transactions;
  private final Forces forces;
  private final Clock clock;
  private final SimpleAsyncTaskExecutor threads;

  SignInCodes(
      Accounts accounts,
      OneTimeCodes codes,
      CodeRows rows,
      TransactionTemplate transactions,
      Forces forces,
      Clock clock) {
    this.accounts = accounts;
    this.codes = codes;
    this.rows = rows;
    this.transactions = transactions;
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
            ForceBinding.run(
                attempt.from(),
                () -> transactions.executeWithoutResult(status -> send(id, attempt)));
          } catch (DataAccessException failed) {
            LOG.warn("Codes of an attempt to sign in could not be queued", failed);
          }
        });
  }

  private void send(UUID id, Attempt attempt) {
    var account = hasAccount(attempt);
    for (var contact : attempt.contacts()) {
      if (account) {
        codes.send(id, contact, attempt.language());
      } else {
        pretend(id, contact);
      }
    }
  }

  private boolean hasAccount(Attempt attempt) {
    var contacts = attempt.contacts();
    return attempt.strict()
        ? !accounts.strictWith(contacts.getFirst()).isEmpty()
        : accounts
            .withBoth(contacts.getFirst(), contacts.getLast())
            .filter(account -> !accounts.strict(account))
            .isPresent();
  }

  private void pretend(UUID id, Contact contact) {
    var today = CodeRules.today(clock.instant(), forces.current().settings().zone());
    rows.counted(id, contact, today);
    rows.renew(id, contact, CodeRules.fresh(), today, 1);
  }
}
