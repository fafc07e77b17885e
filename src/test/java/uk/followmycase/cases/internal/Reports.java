package uk.followmycase.cases.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.CaseState;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.Point;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.Report.WithdrawnUpdate;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts;
import uk.followmycase.tenancy.Stage;

/** Reports as tests tell them: the same name always means the same content. */
final class Reports {

  static final CaseReference REFERENCE = new CaseReference("43/1/26", "43126");

  private Reports() {}

  static WholeCase version(long version, String... updates) {
    return version(version, List.of(), List.of(), Stage.INVESTIGATING, updates);
  }

  static WholeCase version(
      long version, List<Person> people, List<Mark> others, Stage stage, String... updates) {
    var content =
        version
            + Arrays.toString(updates)
            + stage
            + people.stream().map(person -> HexFormat.of().formatHex(person.digest())).toList()
            + others.stream().map(mark -> HexFormat.of().formatHex(mark.digest())).toList();
    return new WholeCase(
        REFERENCE,
        version,
        digest("case " + content),
        state(stage, "report of version " + version),
        people,
        others,
        Stream.of(updates).map(Reports::update).toList());
  }

  static CaseState state(Stage stage, String report) {
    return new CaseState(
        CaseState.Kind.CRIME,
        "028/01",
        null,
        Set.of(),
        stage,
        null,
        null,
        null,
        null,
        null,
        null,
        report,
        List.of(),
        null);
  }

  /** A victim with these safe contacts, such as {@code 07700 900123} or {@code a@example.com}. */
  static Person victim(String id, String... contacts) {
    return person(id, Stream.of(contacts).map(contact -> point(contact, true)).toList());
  }

  static Person person(String id, List<Point> points) {
    return new Person(
        id,
        PersonFacts.Role.VICTIM,
        "Name of " + id,
        LocalDate.of(1980, 1, 2),
        "cy",
        false,
        points,
        digest("mark " + Kind.SOURCE_ID + id),
        digest("person " + id + points.stream().map(p -> p.written() + p.safe()).toList()));
  }

  static Point point(String written, boolean safe) {
    var contact =
        (written.contains("@") ? Contact.email(written) : Contact.phone(written)).orElseThrow();
    var kind = contact.channel() == Channel.EMAIL ? Kind.EMAIL : Kind.PHONE;
    return new Point(kind, written, contact, digest("mark " + kind + contact.value()), safe, false);
  }

  /** A suspect with this contact. */
  static Mark suspect(String contact) {
    var point = point(contact, false);
    return new Mark(null, point.kind(), java.util.Objects.requireNonNull(point.digest()));
  }

  static WholeCase at(String reference, WholeCase told) {
    return new WholeCase(
        new CaseReference(reference, reference),
        told.version(),
        told.digest(),
        told.state(),
        told.people(),
        told.others(),
        told.updates());
  }

  /** The same case with this offence and these flags. */
  static WholeCase recorded(WholeCase told, String offence, Set<Flag> flags) {
    var state =
        new CaseState(
            CaseState.Kind.CRIME,
            offence,
            null,
            flags,
            told.state().stage(),
            null,
            null,
            null,
            null,
            null,
            null,
            told.state().report(),
            List.of(),
            null);
    return new WholeCase(
        told.reference(),
        told.version(),
        digest(offence + flags + HexFormat.of().formatHex(told.digest())),
        state,
        told.people(),
        told.others(),
        told.updates());
  }

  /** The same case, of an officer in a team of their own, with this outcome. */
  static WholeCase by(
      String collar,
      WholeCase told,
      Set<Flag> flags,
      @Nullable String outcome,
      @Nullable LocalDate decided) {
    var state =
        new CaseState(
            CaseState.Kind.CRIME,
            "028/01",
            null,
            flags,
            told.state().stage(),
            outcome,
            decided,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            new CaseState.Officer(collar, "Alex Morgan", "Team " + collar, null));
    return new WholeCase(
        told.reference(),
        told.version(),
        digest(flags + outcome + decided + HexFormat.of().formatHex(told.digest())),
        state,
        told.people(),
        told.others(),
        told.updates());
  }

  static AddedUpdate added(String id) {
    return new AddedUpdate(REFERENCE, update(id));
  }

  static AddedUpdate added(String id, String text) {
    return new AddedUpdate(REFERENCE, update(id, text));
  }

  static WithdrawnUpdate withdrawn(String id) {
    return new WithdrawnUpdate(REFERENCE, id);
  }

  static Update update(String id) {
    return update(id, "text of " + id);
  }

  static Update update(String id, String text) {
    var at = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(id.hashCode());
    return new Update(id, at, UpdateKind.GENERAL, text, null, digest("update " + id + text));
  }

  static byte[] digest(String content) {
    return Arrays.copyOf(
        uk.followmycase.tenancy.keys.Digests.sha256(
            new String(content.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)),
        Digest.LENGTH);
  }
}
