package followmycase.bench;

import java.time.Duration;
import java.util.stream.Stream;
import uk.followmycase.support.RunningProduct;

/** CPU time used so far, by the product and by its database. */
record Cpu(Duration product, Duration database) {

  static Cpu of(RunningProduct product) {
    return new Cpu(sum(ProcessHandle.of(product.pid()).stream()), sum(product.databaseProcesses()));
  }

  /** What was used since. */
  Cpu since(Cpu before) {
    return new Cpu(product.minus(before.product), database.minus(before.database));
  }

  Duration both() {
    return product.plus(database);
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
