package uk.followmycase.web.signin.contacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.followmycase.delivery.Contact;

/**
 * What somebody types to sign in.
 *
 * @param email empty when left out
 * @param mobile empty when left out
 */
record ContactsForm(String email, String mobile) {

  static final ContactsForm EMPTY = new ContactsForm("", "");

  /** Keys of what is wrong, by field. */
  Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    if (email.isBlank() && mobile.isBlank()) {
      faults.put("email", "signin.fault.none");
    }
    if (!email.isBlank() && Contact.email(email).isEmpty()) {
      faults.put("email", "signin.fault.email");
    }
    if (!mobile.isBlank() && Contact.phone(mobile).isEmpty()) {
      faults.put("mobile", "signin.fault.mobile");
    }
    return faults;
  }

  /** The contacts, one or two; only where there are no faults. */
  List<Contact> contacts() {
    return Stream.of(Contact.email(email), Contact.phone(mobile))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public String toString() {
    return "contacts form";
  }
}
