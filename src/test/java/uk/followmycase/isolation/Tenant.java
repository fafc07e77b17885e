package uk.followmycase.isolation;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import uk.followmycase.identity.AccountId;
import uk.followmycase.support.Browser;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/**
 * A force with two cases, the records system that told about them, the victim of the first, who is
 * in and signed in, and the victim of the second, whose link lies unopened.
 *
 * @param told the first case
 * @param invited the second case
 * @param link token of the second victim's link
 * @param account the first victim's
 * @param handle the first case's name in addresses
 * @param task of the first case, as addresses name it
 * @param secrets what was made or typed on the way and opens something
 */
record Tenant(
    Force force,
    RecordsSystem records,
    CaseFile told,
    CaseFile invited,
    String link,
    AccountId account,
    String handle,
    String task,
    Browser victim,
    List<String> secrets) {

  /** With cases of its own. */
  static Tenant of(ApplicationContext product, String slug) {
    return of(product, slug, CaseFile.freshReference(), CaseFile.freshReference());
  }

  /** From the first report to the first page read. By day only: codes travel. */
  static Tenant of(ApplicationContext product, String slug, String first, String second) {
    var force = product.getBean(Forces.class).bySlug(slug).orElseThrow();
    var way = Arriving.at(product, force);
    var told = CaseFile.withTwoContacts(first);
    var invited = CaseFile.withOneContact(second);
    way.tells(told);
    way.tells(invited);
    var account = way.comesIn(told);
    var handle = way.handle(account);
    var victim = way.signsIn(told);
    var link = way.link(invited);
    var task = way.waits(told);
    return new Tenant(
        force, way.records(), told, invited, link, account, handle, task, victim, way.secrets());
  }

  String host() {
    return force.settings().host();
  }

  /** Whether a text lets out anything of its cases. */
  boolean isIn(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return told.words().anyMatch(lower::contains) || invited.words().anyMatch(lower::contains);
  }

  /** The same, for somebody who does not hold the link. */
  Tenant withoutLink() {
    return new Tenant(
        force,
        records,
        told,
        invited,
        "A".repeat(link.length()),
        account,
        handle,
        task,
        victim,
        secrets);
  }

  /** The same force, asked for what was never there. */
  Tenant withNothing() {
    return new Tenant(
        force,
        records,
        CaseFile.withTwoContacts(CaseFile.freshReference()),
        CaseFile.withOneContact(CaseFile.freshReference()),
        "A".repeat(link.length()),
        new AccountId(UUID.randomUUID()),
        UUID.randomUUID().toString(),
        Handle.random().toString(),
        victim,
        secrets);
  }
}
