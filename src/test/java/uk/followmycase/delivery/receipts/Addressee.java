package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.Grants;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.delivery.DemoOutbox.Item;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.identity.SignIn;
import uk.followmycase.invitations.Invitations;
import uk.followmycase.invitations.Invitations.Tried;
import uk.followmycase.support.Post;
import uk.followmycase.support.RecordsSystem;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;

/** A victim in Hull to whom things are sent, in the order in which their contacts are on record. */
final class Addressee {

  private static final AtomicInteger NUMBERS = new AtomicInteger(950_000);
  private static final Pattern CODE = Pattern.compile("(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}");
  private static final int MOST = 10_000;

  private final ApplicationContext product;
  private final Force force;
  private final List<Contact> contacts;
  private final String reference = "16/%d/26".formatted(NUMBERS.incrementAndGet());
  private final Set<String> read = new HashSet<>();

  Addressee(ApplicationContext product, Force force, Contact... contacts) {
    this.product = product;
    this.force = force;
    this.contacts = List.of(contacts);
  }

  /** The person on the case. */
  UUID id() {
    var grants = product.getBean(Grants.class);
    return ForceBinding.call(
            force.id(), () -> grants.personBySource(reference, "V-" + reference).orElseThrow())
        .value();
  }

  /** A burglary is told of. */
  Addressee reports() {
    var points =
        contacts.stream()
            .map(
                contact ->
                    "{\"kind\": \"%s\", \"value\": \"%s\", \"safe\": true}"
                        .formatted(
                            contact.channel() == Channel.TEXT ? "phone" : "email", contact.value()))
            .collect(Collectors.joining(", "));
    var answer =
        records()
            .put(
                """
                {"reference": "%1$s", "version": 1, "kind": "crime", "classification": "028/01",
                 "occurred": {"from": "2026-03-01"}, "status": "Crime created",
                 "officer": {"collarNumber": "PC9501", "name": "A", "unit": "U"},
                 "people": [{"id": "V-%1$s", "role": "victim", "name": "Siân Rhys",
                   "bornOn": "1990-02-01", "language": "en", "contacts": [%2$s]}]}
                """
                    .formatted(reference, points));
    assertThat(answer.said()).as(answer.body()).isEqualTo("accepted");
    return this;
  }

  /** Follows the link, proves, and is in. */
  Addressee comesIn(Contact linkTo, Contact codeTo) {
    var post = new Post(product.getBean(DemoOutbox.class));
    var token = post.token(linkTo);
    var invitations = product.getBean(Invitations.class);
    ForceBinding.run(
        force.id(),
        () -> {
          var opened = invitations.open(token).orElseThrow();
          invitations.sendCode(opened.id(), "en");
          assertThat(invitations.prove(opened.id(), post.code(codeTo))).isEqualTo(Tried.RIGHT);
          var at = invitations.find(opened.id()).map(Invitations.Open::provedAt).orElseThrow();
          var signIn = product.getBean(SignIn.class);
          var ticket = signIn.ticket(invitations.proved(opened.id(), at));
          var account = signIn.open(signIn.redeem(ticket).orElseThrow().proved());
          assertThat(invitations.accept(opened.id(), at, account)).isTrue();
        });
    items().forEach(item -> read.add(item.id()));
    return this;
  }

  /** There is something new. */
  void hears() {
    var answer =
        records()
            .post(
                "/api/v1/updates",
                """
                {"reference": "%s", "update": {"id": "%s", "at": "2026-04-03T14:30:00Z",
                 "kind": "general", "text": "More"}}
                """
                    .formatted(reference, UUID.randomUUID()));
    assertThat(answer.said()).as(answer.body()).isEqualTo("accepted");
  }

  /** Waits for the next message to a contact: the attempt that brought it. */
  UUID next(Contact to) {
    var item =
        Awaitility.await("a message to " + to)
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(50))
            .until(
                () ->
                    items().stream()
                        .filter(it -> it.to().equals(to.value()) && !read.contains(it.id()))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    read.add(item.id());
    return UUID.fromString(item.id().substring(0, 36));
  }

  /** The code in the oldest news that a contact got. */
  String code(Contact to) {
    return items().stream()
        .filter(item -> item.to().equals(to.value()))
        .flatMap(item -> CODE.matcher(item.body()).results())
        .map(MatchResult::group)
        .reduce((newer, older) -> older)
        .orElseThrow();
  }

  /** How much came that was not read. */
  long unread() {
    return items().stream().filter(item -> !read.contains(item.id())).count();
  }

  private List<Item> items() {
    var mine = contacts.stream().map(Contact::value).toList();
    return product.getBean(DemoOutbox.class).latest(MOST).stream()
        .filter(item -> mine.contains(item.to()))
        .toList();
  }

  private RecordsSystem records() {
    var port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return new RecordsSystem(
        port, product.getBean(MachineClients.class), force.id(), "returned-notices");
  }
}
