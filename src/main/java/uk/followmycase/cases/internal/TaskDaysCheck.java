package uk.followmycase.cases.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;

/** Refuses a force whose tasks would never be due. */
@Component
class TaskDaysCheck implements Forces.Check {

  @Override
  public List<Fault> check(Forces.Files files) {
    var source = files.source(TaskDays.FILE);
    var path = source.map(Forces.Source::path).orElse(files.slug() + "/" + TaskDays.FILE);
    try {
      TaskDays.read(source.map(Forces.Source::text).orElse(""));
      return List.of();
    } catch (IllegalArgumentException wrong) {
      return List.of(
          new Fault(
              files.slug(),
              path,
              0,
              String.valueOf(wrong.getMessage()),
              "Copy _default/tasks.yaml and change the numbers"));
    }
  }
}
