package uk.followmycase.web.signin.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.followmycase.delivery.Contact;

class ContactsFormTests {

  @Test
  void eitherContactIsEnough() {
    var form = new ContactsForm("Sian@Example.com", " ");
    assertThat(form.faults()).isEmpty();
    assertThat(form.contacts()).containsExactly(Contact.email("sian@example.com").orElseThrow());
  }

  @Test
  void bothAreKeptTheEmailFirst() {
    var form = new ContactsForm("sian@example.com", "07700 900123");
    assertThat(form.contacts())
        .extracting(Contact::value)
        .containsExactly("sian@example.com", "+447700900123");
  }

  @Test
  void whatCannotBeReadIsSaidBesideItsField() {
    assertThat(new ContactsForm("", "").faults())
        .containsOnlyKeys("email")
        .containsEntry("email", "signin.fault.none");
    assertThat(new ContactsForm("sian", "12").faults())
        .containsEntry("email", "signin.fault.email")
        .containsEntry("mobile", "signin.fault.mobile");
  }

  @Test
  void aFormIsNeverWrittenOut() {
    assertThat(new ContactsForm("sian@example.com", "07700 900123")).hasToString("contacts form");
  }
}
