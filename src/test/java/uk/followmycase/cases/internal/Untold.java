package uk.followmycase.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.TaskDesk;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Tasks of a station's cases whose victims were not told. */
record Untold(Station station) {

  /** Opens one: id of the case. */
  UUID open(Handle file, @Nullable LocalDate since) {
    return station.ask(
        () -> {
          var id =
              station
                  .jdbc()
                  .sql("select id from police.case_file where handle = :handle")
                  .param("handle", file.value())
                  .query(UUID.class)
                  .single();
          station
              .product()
              .getBean(Tasks.class)
              .open(Need.ofCase(TaskKind.VICTIM_NOT_TOLD, id, since));
          return id;
        });
  }

  /** What waits for somebody about a case. */
  List<TaskDesk.Line> waiting(StaffMember who, Station.Told told) {
    return station.product().getBean(TaskDesk.class).waiting(who).stream()
        .filter(line -> line.reference().equals(told.reference()))
        .toList();
  }
}
