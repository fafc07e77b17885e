package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;
import uk.followmycase.tenancy.Forces.Source;

/** A force is not served with words that say too much, wherever it put them. */
@InvitationTest
class LinkWordsCheckTests {

  @Autowired LinkWordsCheck check;
  @Autowired Forces forces;

  /** Words that a force laid over the defaults. */
  private record Laid(ForceSettings settings, List<Source> own, List<Source> defaults)
      implements Forces.Files {

    @Override
    public String slug() {
      return "here";
    }

    @Override
    public Optional<Source> source(String name) {
      return Stream.concat(own.stream(), defaults.stream())
          .filter(source -> source.path().endsWith(name))
          .findFirst();
    }

    @Override
    public List<Source> sources(String beginning) {
      return Stream.concat(own.stream(), defaults.stream())
          .filter(source -> source.path().contains("/" + beginning))
          .toList();
    }
  }

  @Test
  void howAFileIsCalledDoesNotMatter() {
    var said = "# own\nnotice.reminder.text = The police remind you: {link}\n";
    assertThat(faults(List.of(own("anything", said)), List.of()))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.file()).isEqualTo("here/wording/anything_en.properties"))
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(2))
        .satisfies(fault -> assertThat(fault.message()).startsWith("notice.reminder.text says"));
  }

  /** Its own host may be too long for words that fit others. */
  @Test
  void whatItLeavesToTheDefaultsIsHeldAgainstItsOwnLink() {
    var other = own("invitation", "notice.reminder.subject = A new link\n");
    var longOne = defaults("notice.invitation.text = " + "x".repeat(100) + " {link}\n");
    assertThat(faults(List.of(other), List.of(longOne)))
        .extracting(Fault::file, Fault::message)
        .containsExactly(
            tuple(
                "_default/wording/invitation_en.properties",
                "notice.invitation.text does not fit one text together with a link of this force"));
    var shorter = own("mine", "notice.invitation.text = Yours: {link}\n");
    assertThat(faults(List.of(other, shorter), List.of(longOne))).isEmpty();
  }

  private List<Fault> faults(List<Source> own, List<Source> defaults) {
    return check.check(new Laid(forces.all().getFirst().settings(), own, defaults));
  }

  private static Source own(String name, String text) {
    return new Source("here/wording/" + name + "_en.properties", text);
  }

  private static Source defaults(String text) {
    return new Source("_default/wording/invitation_en.properties", text);
  }
}
