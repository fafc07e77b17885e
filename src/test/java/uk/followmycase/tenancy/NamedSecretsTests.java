package uk.followmycase.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A force's file names a force's secrets, and nothing else that the program has. */
class NamedSecretsTests {

  @TempDir private Path folder;

  @Test
  void aSecretIsASettingAVariableOrAFileThatIsOne() throws IOException {
    var file = Files.writeString(folder.resolve("relay"), "in-a-file\n");
    assertThat(secrets().at("property:entra")).contains("in-a-setting");
    assertThat(secrets().at("env:SECRET_ENTRA")).contains("in-a-variable");
    assertThat(secrets().at("file:" + file)).contains("in-a-file");
  }

  @Test
  void nothingElseOfTheProgramIs() throws IOException {
    var outside = Files.writeString(Files.createTempFile("master", ".key"), "the master key");
    try {
      assertThat(secrets().at("property:spring.datasource.password")).isEmpty();
      assertThat(secrets().at("property:../spring.datasource.password")).isEmpty();
      assertThat(secrets().at("env:DATABASE_PASSWORD")).isEmpty();
      assertThat(secrets().at("file:" + outside)).isEmpty();
      assertThat(secrets().at("file:" + folder + "/../" + outside.getFileName())).isEmpty();
      assertThat(secrets().at("file:" + folder + "-of-others/key")).isEmpty();
      assertThat(secrets().at("file:")).isEmpty();
      assertThat(secrets().at("in-clear")).isEmpty();
    } finally {
      Files.delete(outside);
    }
  }

  private NamedSecrets secrets() {
    var settings =
        new MockEnvironment()
            .withProperty("followmycase.secrets.entra", " in-a-setting ")
            .withProperty("followmycase.secret-files", folder.toString())
            .withProperty("spring.datasource.password", "the database's");
    var variables = Map.of("SECRET_ENTRA", "in-a-variable", "DATABASE_PASSWORD", "the database's");
    return new NamedSecrets(settings, variables::get);
  }
}
