package uk.followmycase.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.tenancy.Forces;

/** A force of the demonstration, and how its records system speaks. */
public enum Place {
  OXFORD("thames-valley", "43 26 %07d", "Under investigation"),
  BANGOR("north-wales", "C%07d", "Live investigation");

  private static final AtomicInteger NUMBERS = new AtomicInteger(7_000_000);

  private final String slug;
  private final String reference;
  private final String status;

  Place(String slug, String reference, String status) {
    this.slug = slug;
    this.reference = reference;
    this.status = status;
  }

  public String host() {
    return slug + ".localhost";
  }

  public String status() {
    return status;
  }

  /** A reference that no other case has, as this force writes it. */
  public String freshReference() {
    return reference.formatted(NUMBERS.incrementAndGet());
  }

  /** Its records system, with a token of now. */
  public RecordsSystem records(ApplicationContext product) {
    var force = product.getBean(Forces.class).bySlug(slug).orElseThrow();
    return new RecordsSystem(
        WholeProductTest.PORT,
        product.getBean(MachineClients.class),
        force.id(),
        slug + "-journeys");
  }
}
