package uk.followmycase.web.signin.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodesFormTests {

  @Test
  void codesKeepTheOrderOfTheirContacts() {
    var form = CodesForm.of("1234 5678", "8765 4321", false);
    assertThat(form.faults()).isEmpty();
    assertThat(form.values()).containsExactly("12345678", "87654321");
  }

  @Test
  void theSecondMayBeTheOneThatThePoliceGave() {
    var form = CodesForm.of("12345678", "k4wm-7xrp-93hl", true);
    assertThat(form.faults()).isEmpty();
    assertThat(form.values()).containsExactly("12345678", "K4WM7XRP93HL");
  }

  @Test
  void eachFieldSaysWhatIsWrongWithIt() {
    assertThat(CodesForm.of("", "123", false).faults())
        .containsEntry("first", "signin.codes.fault.empty")
        .containsEntry("second", "signin.codes.fault.eight");
    assertThat(CodesForm.of("12345678", "K4WM", true).faults())
        .containsOnlyKeys("second")
        .containsEntry("second", "signin.codes.fault.twelve");
  }
}
