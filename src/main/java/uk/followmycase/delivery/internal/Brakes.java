package uk.followmycase.delivery.internal;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/**
 * What is switched off, for the calls that are about to be made. Nothing is leased that is off;
 * this holds what was leased just before. Looked up at every round of the dispatcher, several times
 * a second.
 */
@Component
class Brakes {

  private static final int ALL_FORCES = 0;

  private final JdbcClient jdbc;
  private volatile Set<Pulled> pulled = Set.of();

  Brakes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Something that is switched off, of a force or of all. */
  record Pulled(int force, String name) {

    /** Whether it stops something of this force. */
    boolean stops(ForceId some) {
      return force == ALL_FORCES || force == some.value();
    }

    /** The force's folder, or all of them. */
    String whose(Forces forces) {
      return force == ALL_FORCES
          ? "all forces"
          : forces.byId(new ForceId(force)).map(Force::slug).orElse("a force that is not served");
    }
  }

  @Transactional
  void look() {
    pulled = standing();
  }

  /** What is switched off as the database has it now. */
  @Transactional
  Set<Pulled> standing() {
    return Set.copyOf(
        jdbc.sql("select force_id, name from plumbing.switched_off")
            .query((row, number) -> new Pulled(row.getInt(1), row.getString(2)))
            .list());
  }

  boolean free(Parcel parcel) {
    return SwitchNames.stopping(parcel.kind(), parcel.message().to().channel()).stream()
        .noneMatch(
            name ->
                pulled.contains(new Pulled(ALL_FORCES, name))
                    || pulled.contains(new Pulled(parcel.lease().force().value(), name)));
  }
}
