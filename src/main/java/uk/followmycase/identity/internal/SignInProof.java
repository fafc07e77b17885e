package uk.followmycase.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.ForceCode;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.identity.OneTimeCodes.Tried;
import uk.followmycase.identity.SignIn.Answer;
import uk.followmycase.identity.internal.Attempts.Attempt;
import uk.followmycase.identity.internal.Attempts.Shown;

/**
 * Judges the codes somebody typed. A contact whose code was right stays proved for the attempt. The
 * force's code is only looked at once the contact is proved: whoever merely knows a contact can
 * neither guess at that code nor use its tries up.
 */
@Component
class SignInProof {

  private final Accounts accounts;
  private final Attempts attempts;
  private final OneTimeCodes codes;
  private final KnownPlaces places;
  private final TransactionTemplate transactions;

  SignInProof(
      Accounts accounts,
      Attempts attempts,
      OneTimeCodes codes,
      KnownPlaces places,
      TransactionTemplate transactions) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.codes = codes;
    this.places = places;
    this.transactions = transactions;
  }

  Answer judge(UUID id, Attempt attempt, List<String> typed) {
    if (typed.size() != 2) {
      return new Answer.Refused(false);
    }
    var contacts = transactions.execute(status -> contacts(id, attempt, typed));
    return switch (contacts) {
      case DEAD -> new Answer.Refused(true);
      case WRONG -> new Answer.Refused(false);
      case RIGHT ->
          attempt.strict() ? byForceCode(id, attempt, typed.getLast()) : byContacts(id, attempt);
    };
  }

  private Tried contacts(UUID id, Attempt attempt, List<String> typed) {
    var held = attempts.hold(id);
    if (held.isEmpty()) {
      return Tried.DEAD;
    }
    var contacts = attempt.contacts();
    var first = tried(id, contacts.getFirst(), held.get().first(), typed.getFirst());
    var second =
        attempt.strict()
            ? Tried.RIGHT
            : tried(id, contacts.getLast(), held.get().second(), typed.getLast());
    attempts.keep(id, new Shown(first == Tried.RIGHT, second == Tried.RIGHT));
    return first.compareTo(second) > 0 ? first : second;
  }

  private Tried tried(UUID id, Contact contact, boolean before, String typed) {
    return before ? Tried.RIGHT : codes.attempt(id, contact, typed);
  }

  private Answer byContacts(UUID id, Attempt attempt) {
    var contacts = attempt.contacts();
    return accounts
        .withBoth(contacts.getFirst(), contacts.getLast())
        .filter(account -> !accounts.strict(account))
        .map(account -> welcome(id, attempt, account))
        .orElse(new Answer.Refused(true));
  }

  /** A family may share a contact; the code says whose account it is. */
  private Answer byForceCode(UUID id, Attempt attempt, String typed) {
    var contact = attempt.contacts().getFirst();
    return accounts.strictWith(contact).stream()
        .filter(account -> opens(account, typed))
        .findFirst()
        .map(account -> welcome(id, attempt, account))
        .orElseGet(() -> new Answer.Refused(accounts.strictWith(contact).isEmpty()));
  }

  private boolean opens(AccountId account, String typed) {
    Optional<String> code =
        accounts.forceCodeForOneTry(account).filter(kept -> ForceCode.matches(typed, kept));
    code.ifPresent(kept -> accounts.forgiveTries(account, kept));
    return code.isPresent();
  }

  private Answer welcome(UUID id, Attempt attempt, AccountId account) {
    if (!attempts.end(id)) {
      return new Answer.Refused(true);
    }
    attempt.contacts().forEach(contact -> places.proved(contact, attempt.place()));
    return new Answer.Welcome(account);
  }
}
