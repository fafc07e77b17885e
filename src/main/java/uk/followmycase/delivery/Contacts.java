package uk.followmycase.delivery;

import java.util.Optional;

/** One way of writing for each contact. */
final class Contacts {

  private Contacts() {}

  static Optional<Contact> phone(String written) {
    return TelephoneNumber.mobile(written).map(number -> new Contact(Channel.TEXT, number));
  }

  static Optional<String> number(String written) {
    return TelephoneNumber.any(written);
  }

  static Optional<Contact> email(String written) {
    return EmailAddress.of(written).map(address -> new Contact(Channel.EMAIL, address));
  }

  static String masked(Contact contact) {
    var value = contact.value();
    if (contact.channel() == Channel.TEXT) {
      return "•••\u00a0" + value.substring(Math.max(0, value.length() - 3));
    }
    var at = value.lastIndexOf('@');
    var end = value.substring(value.lastIndexOf('.'));
    return first(value) + "•••@" + first(value.substring(at + 1)) + "•••" + end;
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
