package uk.followmycase.tenancy;

import java.util.Optional;
import java.util.stream.Stream;

/** What people can stop at once. */
public enum Switch {
  /** Everything that is sent to anybody. */
  NOTICES("notices"),
  /** What is sent by text. */
  TEXT("notices.text"),
  /** What is sent by e-mail. */
  EMAIL("notices.email"),
  /** Invitations. */
  INVITATION("notices.invitation"),
  /** Reminders of invitations. */
  REMINDER("notices.reminder"),
  /** Codes: nobody gets in without one. */
  CODE("notices.code"),
  /** That there is an update. */
  UPDATE("notices.update"),
  /** That the code one signs in with is another now. */
  CODE_REPLACED("notices.code-replaced"),
  INVITATION_TEXT("notices.invitation.text"),
  INVITATION_EMAIL("notices.invitation.email"),
  REMINDER_TEXT("notices.reminder.text"),
  REMINDER_EMAIL("notices.reminder.email"),
  CODE_TEXT("notices.code.text"),
  CODE_EMAIL("notices.code.email"),
  UPDATE_TEXT("notices.update.text"),
  UPDATE_EMAIL("notices.update.email"),
  CODE_REPLACED_TEXT("notices.code-replaced.text"),
  CODE_REPLACED_EMAIL("notices.code-replaced.email");

  private final String code;

  Switch(String code) {
    this.code = code;
  }

  /** As it is stored. */
  public String code() {
    return code;
  }

  /** Whether it stops a single template: one kind of notice in one channel, in every language. */
  public boolean template() {
    return code.chars().filter(character -> character == '.').count() > 1;
  }

  /** The one that is stored so. */
  public static Optional<Switch> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
