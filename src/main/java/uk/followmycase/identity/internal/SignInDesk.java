package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.SafeHours;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.Visits;
import uk.followmycase.identity.internal.Attempts.Attempt;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

/** Where accounts are opened and people sign in. */
@Component
class SignInDesk implements SignIn {

  private final Accounts accounts;
  private final Tickets tickets;
  private final Attempts attempts;
  private final SignInLimits limits;
  private final SignInCodes codes;
  private final SignInProof proof;
  private final Visits visits;
  private final SafeHours hours;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SignInDesk(
      Accounts accounts,
      Tickets tickets,
      Attempts attempts,
      SignInLimits limits,
      SignInCodes codes,
      SignInProof proof,
      Visits visits,
      SafeHours hours,
      TransactionTemplate transactions,
      Clock clock) {
    this.accounts = accounts;
    this.tickets = tickets;
    this.attempts = attempts;
    this.limits = limits;
    this.codes = codes;
    this.proof = proof;
    this.visits = visits;
    this.hours = hours;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String ticket(Proved proved) {
    return tickets.write(new Handed(ForceBinding.current(), proved));
  }

  @Override
  public Optional<Handed> look(String ticket) {
    return tickets.look(ticket);
  }

  @Override
  public Optional<Handed> redeem(String ticket) {
    return tickets.redeem(ticket);
  }

  @Override
  public void meant(String ticket, AccountId account) {
    tickets.meant(ticket, account);
  }

  @Override
  public Optional<AccountId> meantFor(String ticket) {
    return tickets.meantFor(ticket);
  }

  @Override
  public Optional<AccountId> known(Proved proved) {
    var contacts = proved.contacts();
    return proved.forceCode() == null
        ? accounts.withBoth(contacts.getFirst(), contacts.getLast())
        : Optional.empty();
  }

  @Override
  public AccountId open(Proved proved) {
    if (proved.forceCode() == null && proved.contacts().size() != 2) {
      throw new IllegalArgumentException("Standard proof is two contacts");
    }
    return transactions.execute(status -> opened(proved));
  }

  private AccountId opened(Proved proved) {
    if (proved.forceCode() == null) {
      accounts.holdPlace(proved.contacts());
    }
    if (known(proved).isPresent()) {
      throw new IllegalStateException("Such an account stands already");
    }
    var account = accounts.open(proved.forceCode());
    proved.contacts().forEach(contact -> accounts.addContact(account, contact));
    return account;
  }

  @Override
  public void add(AccountId account, Proved proved) {
    var forceCode = proved.forceCode();
    if (forceCode == null) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          accounts.setForceCode(account, forceCode);
          proved.contacts().forEach(contact -> accounts.addContact(account, contact));
          visits.endAll(account);
        });
  }

  @Override
  public boolean strict(AccountId account) {
    return accounts.strict(account);
  }

  @Override
  public boolean replaceForceCode(AccountId account, String forceCode) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              var replaced = accounts.replaceForceCode(account, forceCode);
              if (replaced) {
                visits.endAll(account);
              }
              return replaced;
            }));
  }

  @Override
  public Begun begin(
      ForceId from, Contact first, @Nullable Contact second, String language, String address) {
    var contacts = second == null ? List.of(first) : List.of(first, second);
    var now = clock.instant();
    var opening = ForceBinding.call(from, () -> hours.next(now));
    if (opening.isAfter(now)) {
      return new Begun.QuietHours(opening);
    }
    var wait = limits.count(contacts, address);
    if (wait.isPresent()) {
      return new Begun.Wait(wait.get());
    }
    var attempt = new Attempt(from, contacts, language, Places.prefix(address));
    var id = attempts.begin(attempt);
    codes.sendLater(id, attempt);
    return new Begun.Started(id);
  }

  @Override
  public Answer answer(UUID attempt, List<String> typed) {
    return attempts
        .find(attempt)
        .map(found -> ForceBinding.call(found.from(), () -> proof.judge(attempt, found, typed)))
        .orElse(new Answer.Refused(true));
  }
}
