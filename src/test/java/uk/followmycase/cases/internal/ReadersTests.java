package uk.followmycase.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import uk.followmycase.delivery.Notices.Reader;
import uk.followmycase.tenancy.ForceBinding;

/** Who reads what a notice tells of, and since when it could be read. */
@SpringBootTest
class ReadersTests extends RepresentedCase {

  @Autowired GrantRows grantRows;

  private UUID first;
  private UUID second;

  /** Two cases of one victim, and one of another. */
  @BeforeEach
  void twoCases() {
    first = opened();
    aCaseOfItsOwn();
    second = opened();
  }

  private UUID opened() {
    return ForceBinding.call(
        force.id(),
        () -> {
          tell(1);
          grants.open(person(), victim);
          return person().value();
        });
  }

  @Test
  void whoFollowsSeveralCasesIsTheSameReaderOfAll() {
    assertThat(reader(first))
        .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(victim.value()));
    assertThat(reader(second)).map(Reader::id).contains(victim.value());
    aCaseOfItsOwn();
    ForceBinding.run(
        force.id(),
        () -> {
          tell(1);
          grants.open(person(), mother);
        });
    assertThat(reader(ForceBinding.call(force.id(), () -> person().value()))).isEmpty();
  }

  /** Whoever writes takes what waits for word enough of it: it must leave by itself. */
  @Test
  void aPageThatIsBeingWrittenTellsNobodyWhatStandsThere() {
    ForceBinding.run(
        force.id(),
        () ->
            in(
                () -> {
                  var page =
                      "select 1 from police.case_page where case_id = :case for no key update";
                  jdbc.sql(page).param("case", caseId()).query(Integer.class).single();
                  assertThat(beside(second)).isEmpty();
                  assertThat(beside(first)).isPresent();
                  return page;
                }));
    assertThat(reader(second)).isPresent();
  }

  /** What left while a case was shut cannot have told of it. */
  @Test
  void aCaseThatOpensAgainIsNewToItsReader() {
    var known = since(second);
    var moved =
        ForceBinding.call(
            force.id(),
            () ->
                in(
                    () ->
                        jdbc.sql(
                                """
                                update police.grant_access set changed_at = :later where person_id = :id
                                """)
                            .param("later", Timestamp.from(known.plusSeconds(3600)))
                            .param("id", second)
                            .update()));
    assertThat(moved).isOne();
    assertThat(since(second)).isEqualTo(known.plusSeconds(3600));
  }

  private Instant since(UUID person) {
    return reader(person).orElseThrow().since();
  }

  private Optional<Reader> beside(UUID person) {
    return CompletableFuture.supplyAsync(() -> reader(person))
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private Optional<Reader> reader(UUID person) {
    return ForceBinding.call(
        force.id(),
        () -> in(() -> Objects.requireNonNull(grantRows.stillOpen(List.of(person)).get(person))));
  }
}
