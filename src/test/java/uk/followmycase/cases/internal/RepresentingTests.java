package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.cases.CasePages;
import uk.followmycase.cases.desk.AccessDesk;
import uk.followmycase.cases.desk.AccessDesk.Seen;
import uk.followmycase.cases.desk.Representatives.Done;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.delivery.Contact;
import uk.followmycase.tenancy.StaffRole;

/** Somebody sees a case for a person on it: as much as they may, as long as they may, no longer. */
@SpringBootTest
class RepresentingTests extends RepresentedCase {

  @Test
  void oneIsAskedInAndSeesTheProgressAndThePersonSeesWhoThatIs() {
    inForce(
        () -> {
          tell(1);
          assertThat(add(mother(Sees.PROGRESS))).isEqualTo(Done.DONE);
          assertThat(invited()).as("by an invitation of their own").hasSize(2);
          assertThat(comeIn()).isTrue();
          assertThat(page(mother).told()).isEqualTo(CasePages.Told.NOTHING);
          assertThat(page(mother).onlookers()).isEmpty();
          assertThat(page(victim).told()).isNotEqualTo(CasePages.Told.NOTHING);
          assertThat(page(victim).onlookers())
              .extracting(CasePages.Onlooker::name, CasePages.Onlooker::kind)
              .containsExactly(tuple("Mair Rhys", "next-of-kin"));
        });
  }

  @Test
  void whatTheRecordsSystemTellsLeavesThemAlone() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          comeIn();
          tell(2);
          assertThat(pages.list(mother)).hasSize(1).noneMatch(CasePages.Line::suspended);
          var held = files.held("records", reference()).orElseThrow();
          assertThat(held.people()).as("not told to the records system").hasSize(1);
        });
  }

  @Test
  void dangerToThePersonShutsThemOut() {
    inForce(
        () -> {
          tell(1);
          grants.open(person(), victim);
          add(mother(Sees.WHOLE));
          comeIn();
          tell(2, Reports.suspect(phone));
          assertThat(pages.list(mother)).allMatch(CasePages.Line::suspended);
          tell(3);
          assertThat(pages.list(mother)).noneMatch(CasePages.Line::suspended);
        });
  }

  @Test
  void aContactOfASuspectHoldsThemAndShutsThemOut() {
    inForce(
        () -> {
          tell(1, suspect(mothersPhone));
          add(mother(Sees.WHOLE));
          assertThat(comeIn()).as("held").isFalse();
          tell(2);
          assertThat(comeIn()).isTrue();
          tell(3, suspect(mothersPhone));
          assertThat(pages.list(mother))
              .as("in, and now in danger")
              .allMatch(CasePages.Line::suspended);
        });
  }

  @Test
  void theirOwnContactsAreWanted() {
    inForce(
        () -> {
          tell(1);
          var same = somebody(Sees.WHOLE, Contact.phone(phone).orElseThrow());
          assertThat(add(same)).isEqualTo(Done.SAME_CONTACT);
          assertThat(invited()).hasSize(1);
        });
  }

  @Test
  void nobodyRepresentsARepresentativeAndFiveAreEnough() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          assertThat(representatives.add(officer, file(), handle(), mother(Sees.WHOLE)))
              .isEqualTo(Done.NOT_NOW);
          for (var more = 1; more < 5; more++) {
            assertThat(add(another(more))).isEqualTo(Done.DONE);
          }
          assertThat(add(another(5))).isEqualTo(Done.NOT_NOW);
        });
  }

  @Test
  void whoHasNoPartInTheCaseAddsAndEndsNobody() {
    inForce(
        () -> {
          tell(1);
          add(mother(Sees.WHOLE));
          var stranger = member(StaffRole.OFFICER);
          assertThat(representatives.add(stranger, file(), victimHandle(), mother(Sees.WHOLE)))
              .isEqualTo(Done.NOT_THERE);
          assertThat(representatives.end(stranger, seen(), WHY))
              .isEqualTo(AccessDesk.Done.NOT_THERE);
          assertThat(representatives.end(officer, new Seen(file(), victimHandle(), ""), WHY))
              .isEqualTo(AccessDesk.Done.NOT_NOW);
        });
  }
}
