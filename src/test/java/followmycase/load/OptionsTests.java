package followmycase.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTests {

  @Test
  void withoutWordsTheWholeLoadIsMeant() {
    assertThat(Options.read(List.of()))
        .hasValueSatisfying(
            options -> {
              assertThat(options.cases()).isEqualTo(10_000);
              assertThat(options.shuffle()).isNull();
              assertThat(options.at()).hasToString("http://127.0.0.1:8080");
            });
  }

  @Test
  void everyOptionIsRead() {
    assertThat(Options.read(List.of("--cases", "300", "--shuffle", "4", "--data", "here")))
        .hasValueSatisfying(
            options -> {
              assertThat(options.cases()).isEqualTo(300);
              assertThat(options.shuffle()).isEqualTo(4);
              assertThat(options.data()).hasToString("here");
            });
  }

  @Test
  void whatCannotBeUnderstoodIsNotGuessed() {
    assertThat(Options.read(List.of("--cases"))).isEmpty();
    assertThat(Options.read(List.of("--cases", "many"))).isEmpty();
    assertThat(Options.read(List.of("--case", "3"))).isEmpty();
  }
}
