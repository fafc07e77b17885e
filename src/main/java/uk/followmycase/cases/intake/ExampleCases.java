package uk.followmycase.cases.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;

/**
 * A few cases for each force of the demo, told at this door as a records system would tell them. At
 * the next start they are known and nothing happens.
 */
@Component
@Profile("demo")
@Order(0)
class ExampleCases implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ExampleCases.class);
  private static final String CLIENT = "example-cases";

  private final Forces forces;
  private final ReadLine reading;
  private final StoredChunk storing;

  ExampleCases(Forces forces, ReadLine reading, StoredChunk storing) {
    this.forces = forces;
    this.reading = reading;
    this.storing = storing;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (var force : forces.all()) {
      var file = new ClassPathResource("demo/cases/" + force.slug() + ".ndjson");
      if (file.exists()) {
        ForceBinding.run(force.id(), () -> tell(force, file));
      }
    }
  }

  private void tell(Force force, ClassPathResource file) {
    var stored = storing.store(CLIENT, lines(file)).answers().values();
    var results = stored.stream().map(AnswerBody::result).toList();
    LOG.info("Example cases of {}: {}", force.slug(), results);
  }

  private List<Line> lines(ClassPathResource file) {
    var lines = new ArrayList<Line>();
    try (var body = file.getInputStream()) {
      var raw = new RawLines(body, Bodies.LIMIT);
      var next = raw.next();
      for (var number = 1L; next != null; number++) {
        lines.add(reading.read(number, next));
        next = raw.next();
      }
      return lines;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
