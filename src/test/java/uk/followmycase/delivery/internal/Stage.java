package uk.followmycase.delivery.internal;

import followmycase.platform.TestDatabaseAutoConfiguration.Name;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.delivery.Notices;
import uk.followmycase.support.StatementCount;
import uk.followmycase.tenancy.Forces;

/** What the tests of the outbox play with. */
@TestConfiguration(proxyBeanMethods = false)
class Stage {

  @Bean
  StandingClock clock() {
    return new StandingClock();
  }

  @Bean
  ScriptedProvider scriptedProvider() {
    return new ScriptedProvider();
  }

  @Bean
  ScriptedWriter scriptedWriter() {
    return new ScriptedWriter();
  }

  @Bean
  static StatementCount statementCount() {
    return new StatementCount(thread -> thread.getName().equals(QueueWatch.THREAD));
  }

  @Bean
  Post post(
      Notices notices,
      Forces forces,
      TransactionTemplate transactions,
      StandingClock clock,
      Lines lines,
      Name database) {
    return new Post(notices, forces, transactions, clock, lines, database.value());
  }

  @Bean
  Crew crew(
      WorkerFactory workers,
      Preparation preparation,
      Recording recording,
      DueHeads heads,
      Brakes brakes,
      Forces forces) {
    return new Crew(workers, preparation, recording, heads, brakes, forces);
  }
}
