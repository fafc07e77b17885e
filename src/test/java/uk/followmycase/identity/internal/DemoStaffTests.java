package uk.followmycase.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.Staff;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** The demonstration's people are nobody anywhere else. */
@IdentityTest
class DemoStaffTests {

  @Autowired Forces forces;
  @Autowired Sites sites;
  @Autowired Staff staff;
  @Autowired ObjectProvider<DemoStaff> people;

  @Test
  void outsideTheDemonstrationNobodyIsThere() {
    assertThat(people.getIfAvailable()).isNull();
    assertThat(staff.builtIn()).isEmpty();
    for (var force : forces.all()) {
      ForceBinding.run(
          force.id(),
          () ->
              assertThat(staff.admitBuiltIn("supervisor"))
                  .isInstanceOf(Staff.Admission.Refused.class));
    }
  }

  @Test
  void theyNeverWorkInProduction() {
    var both = new MockEnvironment();
    both.setActiveProfiles("demo", "production");
    assertThatIllegalStateException().isThrownBy(() -> new DemoStaff(both, forces, sites));
  }
}
