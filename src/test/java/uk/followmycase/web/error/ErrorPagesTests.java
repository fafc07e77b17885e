package uk.followmycase.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.web.error.ErrorPages.ErrorPage;

@WholeProductTest
class ErrorPagesTests {

  @Autowired ErrorPages pages;
  @Autowired Forces forces;
  @Autowired Wording wording;

  @ParameterizedTest
  @EnumSource(HttpStatus.class)
  void everyFaultHasWordsInBothLanguages(HttpStatus status) {
    var kind = page(status).kind();
    for (var language : new Locale[] {Locale.ENGLISH, Wording.WELSH}) {
      assertThat(wording.has(language, "error." + kind + ".heading")).isTrue();
      assertThat(wording.has(language, "error." + kind + ".body")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpStatus.class,
      names = {
        "FORBIDDEN",
        "NOT_FOUND",
        "CONTENT_TOO_LARGE",
        "TOO_MANY_REQUESTS",
        "SERVICE_UNAVAILABLE"
      })
  void whatPeopleCanDoSomethingAboutHasWordsOfItsOwn(HttpStatus status) {
    assertThat(page(status).kind()).isEqualTo(status.value());
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpStatus.class,
      names = {"INTERNAL_SERVER_ERROR", "BAD_GATEWAY", "METHOD_NOT_ALLOWED", "BAD_REQUEST"})
  void theRestIsOurFaultOrNotThere(HttpStatus status) {
    assertThat(page(status).kind()).isEqualTo(status.is4xxClientError() ? 404 : 500);
  }

  private ErrorPage page(HttpStatus status) {
    var force = forces.all().getFirst();
    return ForceBinding.call(
        force.id(),
        () -> {
          var view = pages.resolveErrorView(new MockHttpServletRequest(), status, Map.of());
          var page = (ErrorPage) Objects.requireNonNull(view.getModel().get("page"));
          assertThat(page.phone()).isEqualTo(force.settings().contact().phone());
          return page;
        });
  }
}
