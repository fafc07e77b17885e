package uk.followmycase.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import uk.followmycase.support.Browser.Page;
import uk.followmycase.support.Place;
import uk.followmycase.support.Somebody;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.Site;

/** The nation's administrator sees which forces are served, and nothing of any case. */
@WholeProductTest
class NationTests {

  private static final String NATION = "national.localhost";
  private static final String WHO = "national-administrator";

  @Autowired ApplicationContext product;
  @Autowired Forces forces;

  @Test
  void theStartPageShowsForcesAndTheirFeeds() {
    Somebody.withTwoContacts("en").reportsBurglary(Place.OXFORD, product);
    var at = AtDesk.signedIn(NATION, WHO);
    var page = at.get("/").body();
    assertThat(page).contains("Morgan Reid", "Last heard", "every force with files is served");
    for (var force : forces.all()) {
      assertThat(page).contains(force.settings().host());
    }
    assertThat(at.get("/nothing").status()).isEqualTo(404);
    var out = at.send("/sign-out", Map.of());
    assertThat(out.body()).contains("You are not signed in");
    assertThat(at.get("/").status()).isEqualTo(303);
  }

  @Test
  void staffOfAForceAreNobodyThereAndTheOtherWayRound() {
    var officer = AtDesk.signedIn("desk." + Place.OXFORD.host(), "force-administrator");
    officer.browser().cookies(NATION).putAll(officer.browser().cookies(officer.host()));
    assertThat(officer.browser().get(NATION, "/").status()).isEqualTo(303);
    var nation = AtDesk.signedIn(NATION, WHO);
    nation.browser().cookies(officer.host()).putAll(nation.browser().cookies(NATION));
    assertThat(nation.browser().get(officer.host(), "/").status()).isEqualTo(303);
    assertThat(nation.browser().follow(nation.browser().get(officer.host(), "/")).body())
        .as("no silent sign-in at a desk")
        .contains("Sign in to the desk");
  }

  /** Every route that the product knows, on every host that it has, with what belongs to a case. */
  @Test
  void noRouteOfAnyHostTellsThemOfACase() {
    var marks = new ArrayList<String>();
    for (var place : Place.values()) {
      marks.add(Somebody.withTwoContacts("en").reportsBurglary(place, product));
    }
    marks.addAll(List.of("The back door was open", "Mill Street"));
    var at = AtDesk.signedIn(NATION, WHO);
    var told = new ArrayList<String>();
    var asked = 0;
    for (var host : hosts()) {
      at.browser().cookies(host).putAll(at.browser().cookies(NATION));
      for (var route : routes()) {
        asked++;
        var path = route.replaceAll("\\{[^}]*}", "AAAAAAAAAAAAAAAAAAAAAA").replace("**", "any");
        for (var page : List.of(at.browser().get(host, path), post(at, host, path))) {
          marks.stream()
              .filter(mark -> page.body().contains(mark))
              .forEach(mark -> told.add(host + path + " tells " + mark));
        }
      }
    }
    assertThat(asked).as("%d routes and hosts", asked).isGreaterThan(300);
    assertThat(told).isEmpty();
  }

  private static Page post(AtDesk at, String host, String path) {
    return at.browser().post(host, path, Map.of("reference", "any"));
  }

  private List<String> hosts() {
    return Stream.concat(
            Stream.of("localhost", "sign-in.localhost", "api.localhost", NATION),
            forces.all().stream()
                .map(force -> force.settings().host())
                .flatMap(host -> Stream.of(host, "desk." + host)))
        .toList();
  }

  /** Signing out would make the rest show nothing. */
  private List<String> routes() {
    assertThat(Site.values()).hasSize(5);
    return product.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> !path.equals("/exit") && !path.equals("/sign-out"))
        .distinct()
        .toList();
  }
}
