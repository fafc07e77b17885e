package uk.followmycase.audit;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request or effect. It never holds what was shown or changed, only that it was.
 *
 * @param actor who acted
 * @param action what was done
 * @param subjects whose case it was; may be empty
 * @param recipient to whom something was disclosed: an opaque id; required for a disclosure (Data
 *     Protection Act 2018, section 62)
 * @param detail a short code from our own vocabulary, such as a reason or channel; never words of a
 *     person
 */
public record AuditEntry(
    Actor actor,
    AuditAction action,
    List<Subject> subjects,
    @Nullable UUID recipient,
    @Nullable String detail) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9 ._:/-]{1,100}");

  public AuditEntry {
    if (action.category() == AuditAction.Category.DISCLOSURE && recipient == null) {
      throw new IllegalArgumentException("A disclosure names its recipient");
    }
    if (detail != null && !CODE.matcher(detail).matches()) {
      throw new IllegalArgumentException("A detail is a short code, never words of a person");
    }
    subjects = List.copyOf(subjects);
  }

  /** An entry without recipient or detail. */
  public static AuditEntry of(Actor actor, AuditAction action, Subject... subjects) {
    return new AuditEntry(actor, action, List.of(subjects), null, null);
  }

  /** A person on a case; the person may be open when the whole case is meant. */
  public record Subject(UUID caseId, @Nullable UUID personId) {}
}
