package uk.followmycase.identity.internal;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.Guesses;
import uk.followmycase.tenancy.keys.PeopleKeys;

/**
 * How often somebody may start to sign in, over all instances, whether or not an account has the
 * contact. Most of what one place may do is counted for that place alone: whoever knocks at another
 * person's contact uses up their own share long before the other's. What all places together may do
 * does not hold where the contact was proved lately: somebody with many networks cannot shut its
 * holder out from there.
 */
@Component
class SignInLimits implements Guesses {

  private static final int AT_ONCE = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  /** Many people share an address of a mobile network. */
  private static final BucketConfiguration PLACE =
      BucketConfiguration.builder().addLimit(limit(200, Duration.ofHours(1))).build();

  private static final BucketConfiguration CONTACT_FROM_PLACE =
      BucketConfiguration.builder()
          .addLimit(limit(1, Duration.ofSeconds(30)))
          .addLimit(limit(3, Duration.ofMinutes(15)))
          .addLimit(limit(5, DAY))
          .build();

  private static final BucketConfiguration CONTACT =
      BucketConfiguration.builder().addLimit(limit(20, DAY)).build();

  private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;
  private final PeopleKeys keys;
  private final KnownPlaces places;

  SignInLimits(DataSource dataSource, PeopleKeys keys, KnownPlaces places, Clock clock) {
    this.keys = keys;
    this.places = places;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .table("plumbing.bucket")
            .clientClock(new Time(clock))
            .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(DAY.plusHours(1)))
            .build();
  }

  /** Counts a start; how long to wait when it is one too many. */
  Optional<Duration> count(List<Contact> contacts, String address) {
    var place = Places.prefix(address);
    return take("place", place, PLACE)
        .or(
            () ->
                each(
                    contacts,
                    contact -> take("contact-place", contact + "|" + place, CONTACT_FROM_PLACE)))
        .or(() -> each(strange(contacts, place), contact -> take("contact", contact, CONTACT)));
  }

  private List<Contact> strange(List<Contact> contacts, String place) {
    return contacts.stream().filter(contact -> !places.known(contact, place)).toList();
  }

  @Override
  public Optional<Duration> count(String what, String address) {
    return take(what, Places.prefix(address), PLACE);
  }

  /** Takes out buckets that are full again. */
  int sweep() {
    return buckets.removeExpired(AT_ONCE);
  }

  private static Optional<Duration> each(
      List<Contact> contacts, java.util.function.Function<String, Optional<Duration>> taken) {
    return contacts.stream()
        .map(contact -> taken.apply(contact.channel() + "/" + contact.value()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Duration> take(String kind, String who, BucketConfiguration limits) {
    var key = ByteBuffer.wrap(keys.blind("limit-" + kind, who)).getLong();
    var probe = buckets.getProxy(key, () -> limits).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static Bandwidth limit(long starts, Duration within) {
    return Bandwidth.builder().capacity(starts).refillGreedy(starts, within).build();
  }

  /** Our clock, as buckets read it. */
  record Time(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
