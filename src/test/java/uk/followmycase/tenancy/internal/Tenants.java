package uk.followmycase.tenancy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.NamedSecrets;
import uk.followmycase.tenancy.Sites;

/** The repository's own {@code tenants/} and changed copies of it. */
final class Tenants {

  static final Path OURS = Path.of("tenants");

  private static final NamedSecrets SECRETS =
      new NamedSecrets(
          new MockEnvironment()
              .withProperty("followmycase.secrets.of-the-example", "not a secret"));

  private Tenants() {}

  static Folder defaults() {
    return new TenantsFolder(OURS).defaults();
  }

  /** A force that is in order, to be broken. */
  static Folder example() {
    var first = new TenantsFolder(OURS).forces().getFirst();
    return new Folder(first.slug(), new TreeMap<>(first.files()), first.faults());
  }

  /** The example with a part of its settings written otherwise. */
  static Folder example(String part, String otherwise) {
    var folder = example();
    var text = folder.files().getOrDefault(ForceFile.NAME, "");
    if (!text.contains(part)) {
      throw new IllegalArgumentException("The example does not say " + part);
    }
    folder.files().put(ForceFile.NAME, text.replace(part, otherwise));
    return folder;
  }

  static Candidates candidates() {
    var sites =
        new Sites(
            "http", 8080, "localhost", "sign-in.localhost", "api.localhost", "national.localhost");
    var none = new StaticListableBeanFactory().getBeanProvider(Forces.Check.class);
    return new Candidates(
        new ForceSense(sites, new StaffSense(sites, SECRETS), new WebhookSense(sites, SECRETS)),
        none);
  }

  static Candidate examine(Folder folder) {
    return candidates()
        .examine(List.of(folder), defaults(), Candidates.words(defaults()))
        .getFirst();
  }

  static Path copy(Path to) {
    try (Stream<Path> files = Files.walk(OURS)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(OURS.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
      return to;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
