package uk.followmycase.cases.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.Point;
import uk.followmycase.cases.intake.PartyBody.PartyContactBody;
import uk.followmycase.cases.intake.PersonBody.ContactBody;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;

/** Reads contacts. */
@Component
class ReadContacts {

  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private final Marks marks;

  ReadContacts(Marks marks) {
    this.marks = marks;
  }

  /** Kinds of contacts on the wire. */
  enum ContactKind {
    PHONE,
    EMAIL,
    ADDRESS;

    Kind kind() {
      return Kind.valueOf(name());
    }
  }

  /**
   * Contacts of somebody on the case.
   *
   * @param notes where contacts that cannot be read are told: no reason to refuse a case
   */
  List<Point> points(@Nullable List<@Nullable ContactBody> bodies, Field at, Faults notes) {
    var points = new ArrayList<Point>();
    var told = at.list(bodies, MOST);
    for (var i = 0; i < told.size(); i++) {
      var point = point(told.get(i), at.at(i), notes);
      if (point != null) {
        points.add(point);
      }
    }
    return points;
  }

  /** Contacts of a suspect or other party. */
  List<Mark> marks(@Nullable List<@Nullable PartyContactBody> bodies, Field at) {
    var found = new ArrayList<Mark>();
    var told = at.list(bodies, MOST);
    for (var i = 0; i < told.size(); i++) {
      var kind = at.at(i).at("kind").requiredWord(told.get(i).kind(), ContactKind.class);
      var value = at.at(i).at("value").text(told.get(i).value(), LONGEST);
      var digest = kind == null || value == null ? null : marks.contact(kind.kind(), value);
      if (kind != null && digest != null) {
        found.add(new Mark(null, kind.kind(), digest));
      }
    }
    return found;
  }

  private @Nullable Point point(ContactBody body, Field at, Faults notes) {
    var kind = at.at("kind").requiredWord(body.kind(), ContactKind.class);
    var value = at.at("value").text(body.value(), LONGEST);
    var safe = at.at("safe").required(body.safe(), "Say true or false");
    if (kind == null || value == null || safe == null) {
      return null;
    }
    var digest = marks.contact(kind.kind(), value);
    if (digest == null) {
      notes.add(
          at.at("value").pointer(),
          unreadable(kind),
          "It is kept, but neither used nor compared; correct it in the records system");
    }
    var shared = Boolean.TRUE.equals(body.shared());
    return new Point(kind.kind(), value, contact(kind, value), digest, safe, shared);
  }

  private static @Nullable Contact contact(ContactKind kind, String value) {
    return switch (kind) {
      case PHONE -> Contact.phone(value).orElse(null);
      case EMAIL -> Contact.email(value).orElse(null);
      case ADDRESS -> null;
    };
  }

  private static String unreadable(ContactKind kind) {
    return switch (kind) {
      case PHONE -> "Not a telephone number";
      case EMAIL -> "Not an e-mail address";
      case ADDRESS -> "Not an address";
    };
  }
}
