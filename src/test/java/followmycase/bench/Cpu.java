package followmycase.bench;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.followmycase.support.RunningProduct;

/** CPU time used so far by the product and by each process of its database. */
record Cpu(Map<Long, Duration> product, Map<Long, Duration> database) {

  static Cpu of(RunningProduct product) {
    return new Cpu(
        used(ProcessHandle.of(product.pid()).stream()), used(product.databaseProcesses()));
  }

  /** What was used since. Who ended meanwhile did its work before, and is not counted. */
  Used since(Cpu before) {
    return new Used(since(before.product, product), since(before.database, database));
  }

  /** CPU time of a while. */
  record Used(Duration product, Duration database) {

    Duration both() {
      return product.plus(database);
    }
  }

  private static Duration since(Map<Long, Duration> before, Map<Long, Duration> now) {
    return now.entrySet().stream()
        .map(each -> each.getValue().minus(before.getOrDefault(each.getKey(), Duration.ZERO)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Map<Long, Duration> used(Stream<ProcessHandle> processes) {
    return processes.collect(
        Collectors.toMap(
            ProcessHandle::pid,
            process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
  }
}
