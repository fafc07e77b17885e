package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import uk.followmycase.cases.desk.DeskCases;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.cases.desk.Search.Hit;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.StaffRole;

/** Nobody's own case hides behind those of others that bear the same name. */
@IdentityTest
class SearchReachTests {

  private static final int MANY = 205;

  @Autowired ApplicationContext product;
  @Autowired DeskCases desk;

  private Station station;
  private StaffMember officer;

  @BeforeEach
  void atTheStation() {
    station = Station.of(product, "thames-valley");
    officer = station.staff(StaffRole.OFFICER);
  }

  @Test
  void onesOwnIsFoundAmongHundreds() {
    station.bound(
        () -> {
          var name = "Common " + Station.word(970_001);
          others(Finding.MOST + 1, name);
          var own = station.theCase().of(officer, "N").victim(name);
          own.tell();
          others(MANY, name);
          var found = desk.search(officer, By.NAME, name);
          assertThat(found.more()).isFalse();
          assertThat(found.hits())
              .singleElement()
              .isInstanceOfSatisfying(
                  Hit.Open.class, hit -> assertThat(hit.reference()).isEqualTo(own.reference()));
        });
  }

  @Test
  void itIsSaidWhenThereAreMore() {
    station.bound(
        () -> {
          var name = "Usual " + Station.word(970_002);
          IntStream.range(0, Finding.MOST)
              .forEach(n -> station.theCase().of(officer, "N").victim(name).tell());
          assertThat(desk.search(officer, By.NAME, name).more()).isFalse();
          var newest = station.theCase().of(officer, "N").victim(name);
          newest.tell();
          var found = desk.search(officer, By.NAME, name);
          assertThat(found.more()).isTrue();
          assertThat(found.hits()).hasSize(Finding.MOST);
          assertThat(((Hit.Open) found.hits().getFirst()).reference())
              .isEqualTo(newest.reference());
        });
  }

  private void others(int many, String name) {
    IntStream.range(0, many).forEach(n -> station.theCase().unit("N").victim(name).tell());
  }
}
