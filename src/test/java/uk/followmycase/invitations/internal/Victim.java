package uk.followmycase.invitations.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.test.Scenario;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.Report;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.invitations.InvitationDesk.HandOver;
import uk.followmycase.invitations.Invitations.Open;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Stage;

/** One victim on one case, and what a records system has told of them so far. */
final class Victim {

  static final String NAME = "Siân Canary-Rhys";
  private static final Pattern TOKEN = Pattern.compile("/invitation/([\\w-]{43})(?![\\w-])");

  private final Victims victims;
  private final Force force;
  private final String reference;
  private final String sourceId = "N-" + UUID.randomUUID();
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private @Nullable String phone = "07700 9" + digits(5);
  private @Nullable String email = "canary." + digits(9) + "@example.org";
  private @Nullable String wish = "en";
  private Stage stage = Stage.INVESTIGATING;
  private boolean onTheCase = true;
  private long version;

  Victim(Victims victims, Force force, String reference) {
    this.victims = victims;
    this.force = force;
    this.reference = reference;
  }

  Victim inDanger() {
    flags.add(Flag.DOMESTIC_ABUSE);
    return this;
  }

  Victim outOfDanger() {
    flags.remove(Flag.DOMESTIC_ABUSE);
    return this;
  }

  Victim closed() {
    stage = Stage.CLOSED;
    return this;
  }

  Victim open() {
    stage = Stage.INVESTIGATING;
    return this;
  }

  Victim takenOffTheCase() {
    onTheCase = false;
    return this;
  }

  Victim wishing(@Nullable String language) {
    wish = language;
    return this;
  }

  Victim phone(@Nullable String written) {
    phone = written;
    return this;
  }

  Victim email(@Nullable String written) {
    email = written;
    return this;
  }

  /** Tells all this as the next version of the case. */
  Victim tell() {
    version++;
    in(
        () -> {
          victims.receive(report());
          return 0;
        });
    return this;
  }

  private Report report() {
    return new Report.WholeCase(
        CaseReference.read(reference, force.settings().references()).orElseThrow(),
        version,
        digest("case"),
        new CaseState(
            CaseState.Kind.CRIME,
            "028/01",
            null,
            Set.copyOf(flags),
            stage,
            null,
            null,
            null,
            null,
            LocalDate.of(2026, 3, 1),
            null,
            "A canary report",
            List.of(),
            null),
        onTheCase ? List.of(person()) : List.of(),
        List.of(),
        List.of());
  }

  private Report.Person person() {
    var points = new ArrayList<Report.Point>();
    if (phone != null) {
      points.add(point(CollisionRegister.Kind.PHONE, phone, Contact.phone(phone).orElseThrow()));
    }
    if (email != null) {
      points.add(point(CollisionRegister.Kind.EMAIL, email, Contact.email(email).orElseThrow()));
    }
    return new Report.Person(
        sourceId,
        Role.VICTIM,
        NAME,
        LocalDate.of(1990, 2, 1),
        wish,
        false,
        points,
        victims.keys.blind("test-mark", sourceId),
        digest("person"));
  }

  private Report.Point point(CollisionRegister.Kind kind, String written, Contact contact) {
    return new Report.Point(
        kind, written, contact, victims.keys.blind("test-point", contact.value()), true, false);
  }

  private byte[] digest(String what) {
    return victims.keys.blind("test-" + what, UUID.randomUUID().toString());
  }

  /** The link in the notice that waits now. */
  String link() {
    return token(message(Kind.INVITATION));
  }

  String reminder() {
    return token(message(Kind.REMINDER));
  }

  Message message(Kind kind) {
    var notice = waiting(kind);
    return in(() -> victims.postbox.lease(notice).orElseThrow());
  }

  Notice waiting(Kind kind) {
    return in(() -> victims.postbox.waiting(latest().id(), kind).orElseThrow());
  }

  boolean awaits(Kind kind) {
    return in(() -> victims.postbox.waiting(latest().id(), kind).isPresent());
  }

  /** Follows a link that must be good. */
  Visit follow(String token) {
    return new Visit(victims, this, open(token).orElseThrow());
  }

  /** Comes back by a session that opened the latest invitation some time ago. */
  Visit returned() {
    var latest = latest();
    var opened =
        new Open(latest.id(), latest.proof().strict(), "", "en", latest.link().expiresAt(), null);
    return new Visit(victims, this, opened);
  }

  Optional<Open> open(String token) {
    return in(() -> victims.invitations.open(token));
  }

  /** The code that the force hands over. */
  String handedOverCode() {
    return ((HandOver.Code) askForHandOver()).code();
  }

  HandOver askForHandOver() {
    return in(() -> victims.desk.handOverCode(reference, sourceId, Victims.RECORDS_SYSTEM));
  }

  /** The newest code that we sent to this contact. */
  String code(Channel channel) {
    var to = contact(channel).value();
    return in(
        () ->
            victims
                .postbox
                .code(notice -> notice.content().containsValue(to))
                .content()
                .values()
                .stream()
                .filter(value -> value.matches("\\d{8}"))
                .findFirst()
                .orElseThrow());
  }

  /** What the modules hear about this person while the work is done, all with the force bound. */
  <E> E heard(Scenario scenario, Supplier<?> work, Class<E> type, Function<E, UUID> about) {
    var id = id().value();
    var heard = new AtomicReference<E>();
    in(
        () -> {
          scenario
              .stimulate(work::get)
              .andWaitForEventOfType(type)
              .matching(event -> about.apply(event).equals(id))
              .toArriveAndVerify(heard::set);
          return 0;
        });
    return Objects.requireNonNull(heard.get());
  }

  List<Channel> channels() {
    return contacts().stream().map(Contact::channel).toList();
  }

  private List<Contact> contacts() {
    return Objects.requireNonNull(in(() -> victims.grants.reachable(List.of(id()))).get(id()))
        .contacts();
  }

  Contact contact(Channel channel) {
    return contacts().stream()
        .filter(contact -> contact.channel() == channel)
        .findFirst()
        .orElseThrow();
  }

  PersonId id() {
    return in(() -> victims.grants.personBySource(reference, sourceId)).orElseThrow();
  }

  Invitation latest() {
    return Objects.requireNonNull(history().latest());
  }

  History history() {
    return victims.inTransaction(force, () -> victims.rows.history(id()));
  }

  Force force() {
    return force;
  }

  String reference() {
    return reference;
  }

  String sourceId() {
    return sourceId;
  }

  <T> T in(Supplier<T> work) {
    return victims.in(force, work);
  }

  private static String token(Message message) {
    var found = TOKEN.matcher(message.parts().getFirst());
    if (!found.find()) {
      throw new AssertionError("no link");
    }
    return found.group(1);
  }

  private static String digits(int count) {
    var digits = new StringBuilder();
    for (var i = 0; i < count; i++) {
      digits.append(ThreadLocalRandom.current().nextInt(10));
    }
    return digits.toString();
  }
}
