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
import org.junit.jupiter.params.provider.Arguments;

/** The runbook lists every attack that the tests try, as they are called there. */
class ProviderAttacksTests {

  private static final Path RUNBOOK = Path.of("docs/runbooks/staff-sign-in.md");
  private static final List<Class<?>> TRIED =
      List.of(
          HostileProviderTests.class,
          HostileLogoutTests.class,
          StepUpTests.class,
          CertifiedProviderTests.class);

  @Test
  void theRunbookListsThem() throws IOException {
    var table = table();
    System.out.println(table);
    assertThat(Files.readString(RUNBOOK)).contains(table);
  }

  private static String table() {
    return Stream.of(
            Stream.of("| what is tried | what comes of it |", "| --- | --- |"),
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
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .sorted()
        .map(name -> name.replaceAll("([A-Z])", " $1").toLowerCase(ROOT))
        .map("| %s | so it is |"::formatted);
  }
}
