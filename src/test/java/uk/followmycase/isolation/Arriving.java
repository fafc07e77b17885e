package uk.followmycase.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.followmycase.cases.desk.TaskKind.VICTIM_NOT_TOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.identity.MachineClients.Scope;
import uk.followmycase.identity.SignIn;
import uk.followmycase.identity.SignIn.Proved;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.Post;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;

/**
 * The way of a victim of a force, from the first report to the first page read.
 *
 * @param secrets what was made or typed on it and opens something
 */
record Arriving(
    ApplicationContext product,
    Force force,
    RecordsSystem records,
    Post post,
    List<String> secrets) {

  static Arriving at(ApplicationContext product, Force force) {
    var clients = product.getBean(MachineClients.class);
    var records =
        new RecordsSystem(
            port(product),
            clients,
            force.id(),
            force.slug() + "-isolation",
            Set.of(Scope.RECORDS, Scope.TASKS));
    var post = new Post(product.getBean(DemoOutbox.class));
    var secrets = new ArrayList<String>();
    secrets.add(records.token());
    return new Arriving(product, force, records, post, secrets);
  }

  static int port(ApplicationContext product) {
    return product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** The records system reports. */
  void tells(CaseFile file) {
    var key = kept(UUID.randomUUID().toString());
    var answer = records.put(file.body(1), "Idempotency-Key", key);
    assertThat(answer.said()).as(answer.body()).isEqualTo("accepted");
    var more = records.post("/api/v1/updates", file.update("U-2"));
    assertThat(more.said()).as(more.body()).isEqualTo("accepted");
  }

  /** Waits for the link, and answers with its token. */
  String link(CaseFile file) {
    return kept(post.token(file.email()));
  }

  /** Opens the link, proves, opens an account and is let in. */
  AccountId comesIn(CaseFile file) {
    var token = link(file);
    var invitations = product.getBean(Invitations.class);
    return ForceBinding.call(
        force.id(),
        () -> {
          var opened = invitations.open(token).orElseThrow();
          var code = opened.strict() ? handedOver(file) : sent(opened.id(), file);
          assertThat(invitations.prove(opened.id(), code)).isEqualTo(Tried.RIGHT);
          var at = invitations.find(opened.id()).map(Invitations.Open::provedAt).orElseThrow();
          var account = account(invitations.proved(opened.id(), at));
          assertThat(invitations.accept(opened.id(), at, account)).isTrue();
          return account;
        });
  }

  private String handedOver(CaseFile file) {
    var answer = records.post("/api/v1/cases/people/hand-over-code", file.person());
    return kept(answer.json().get("code").asString());
  }

  private String sent(UUID invitation, CaseFile file) {
    product.getBean(Invitations.class).sendCode(invitation, "en");
    return kept(post.code(file.phone()));
  }

  private AccountId account(Proved proved) {
    var signIn = product.getBean(SignIn.class);
    var ticket = kept(signIn.ticket(proved));
    return signIn.open(signIn.redeem(ticket).orElseThrow().proved());
  }

  /** Its victim is to be told by a person: the task's name in addresses. */
  String waits(CaseFile file) {
    var grants = product.getBean(Grants.class);
    var transactions = product.getBean(TransactionTemplate.class);
    ForceBinding.call(
        force.id(),
        () ->
            transactions.execute(
                status -> {
                  var person =
                      grants.personBySource(file.reference(), "V-" + file.mark()).orElseThrow();
                  var way = Objects.requireNonNull(grants.reachable(List.of(person)).get(person));
                  product
                      .getBean(Tasks.class)
                      .open(Need.of(VICTIM_NOT_TOLD, way.caseId().value(), person.value(), null));
                  return person;
                }));
    var listed = records.get("/api/v1/tasks?kind=victim-not-told&limit=100").json().get("tasks");
    return listed
        .valueStream()
        .filter(task -> task.get("person").asString().equals("V-" + file.mark()))
        .map(task -> task.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** The newest case of an account, as addresses name it. */
  String handle(AccountId account) {
    var pages = product.getBean(CasePages.class);
    return ForceBinding.call(force.id(), () -> pages.list(account).getFirst().handle().toString());
  }

  /** Signs in by the pages, with a code to each contact. */
  Browser signsIn(CaseFile file) {
    var browser = new Browser(port(product));
    var host = force.settings().host();
    var contacts = Form.on(browser.follow(browser.get(host, "/cases")), "/sign-in");
    var email = file.email().value();
    var asked =
        browser.follow(contacts.send(browser, "email", email, "mobile", file.phone().value()));
    var first = kept(post.code(file.email()));
    var second = kept(post.code(file.phone()));
    var codes = Form.on(asked, "/sign-in/codes");
    var inside = browser.follow(codes.send(browser, "first", first, "second", second));
    browser.follow(Form.on(inside, "/safety").send(browser));
    kept(Objects.requireNonNull(browser.cookies(host).get("__Host-fmc")));
    return browser;
  }

  private String kept(String secret) {
    secrets.add(secret);
    return secret;
  }
}
