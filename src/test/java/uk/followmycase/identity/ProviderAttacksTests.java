package uk.followmycase.identity;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbook lists every attack that the tests try, as they are called there, and no other. */
class ProviderAttacksTests {

  private static final Path RUNBOOK = Path.of("docs/runbooks/staff-sign-in.md");
  private static final Path TESTS = Path.of("src/test/java/uk/followmycase/identity");
  private static final String FROM = "| what is tried | what comes of it |";
  private static final String TO = "\n\n## ";
  private static final List<Class<?>> TRIED =
      List.of(
          HostileProviderTests.class,
          HostileLogoutTests.class,
          StepUpTests.class,
          AskedAgainTests.class,
          KeptOutTests.class,
          NationalSignInTests.class,
          ProviderDownTests.class,
          CertifiedProviderTests.class);

  /** What they do is no attack. */
  private static final List<Class<?>> HONEST = List.of(StaffSignInTests.class, DraftTests.class);

  @Test
  void theRunbookListsThem() throws IOException {
    var page = Files.readString(RUNBOOK);
    var from = page.indexOf(FROM);
    var to = page.indexOf(TO, from);
    if (Boolean.getBoolean("docs.write")) {
      page = page.substring(0, from) + table() + page.substring(to);
      Files.writeString(RUNBOOK, page);
      to = page.indexOf(TO, from);
    }
    assertThat(page.substring(from, to))
        .as("%s lists what is tried; ./dev docs writes it anew", RUNBOOK)
        .isEqualTo(table());
  }

  @Test
  void noTestAgainstAProviderIsLeftOut() throws IOException {
    try (var files = Files.list(TESTS)) {
      assertThat(files.filter(ProviderAttacksTests::asksProviders).map(ProviderAttacksTests::named))
          .hasSizeGreaterThan(5)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(TRIED.stream(), HONEST.stream()).map(Class::getSimpleName).toList());
    }
  }

  private static boolean asksProviders(Path file) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains("\n@StaffTest\n");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String named(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String table() {
    return Stream.of(
            Stream.of(FROM, "| --- | --- |"),
            lies(HostileProviderTests.lies(), "ID token: ", "403, nobody is in"),
            lies(HostileLogoutTests.lies(), "logout token: ", "400, nobody is out"),
            TRIED.stream().flatMap(ProviderAttacksTests::methods))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lies(Stream<Arguments> lies, String kind, String answer) {
    return lies.map(lie -> "| %s%s | %s |".formatted(kind, lie.get()[0], answer));
  }

  private static Stream<String> methods(Class<?> tests) {
    return Arrays.stream(tests.getDeclaredMethods())
        .filter(ProviderAttacksTests::tries)
        .map(Method::getName)
        .sorted()
        .map(name -> name.replaceAll("([A-Z])", " $1").toLowerCase(ROOT))
        .map("| %s | so it is |"::formatted);
  }

  /** Those with a source of lies stand in the list lie by lie. */
  private static boolean tries(Method method) {
    return method.isAnnotationPresent(Test.class)
        || (method.isAnnotationPresent(ParameterizedTest.class)
            && !method.isAnnotationPresent(MethodSource.class));
  }
}
