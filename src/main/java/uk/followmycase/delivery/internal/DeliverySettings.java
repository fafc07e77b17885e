package uk.followmycase.delivery.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.followmycase.delivery.Notices.Kind;

/**
 * How hard the outbox works.
 *
 * @param dispatch whether this instance sends at all
 * @param poll how often it looks for work that no signal told it of
 * @param pause between two looks at least, whatever wakes it
 * @param lease how long, by the database's clock, a silent worker keeps what it leased
 * @param batch heads leased at a time
 * @param share of a batch that one class of one force may have before others have their turn
 * @param inFlight notices under way in this instance
 * @param inFlightForForce of them, for one force
 * @param calls of one provider at a time
 * @param connectWithin how long a provider's machine may take to pick up
 * @param callWithin a call that takes longer has an unknown outcome
 * @param freshFor how old what was asked about a notice may be when its call begins: its plan, its
 *     recall, the hours. Whatever has waited longer is asked about again
 * @param gather how long what came of a call waits for others, to be written down with them
 * @param transactions of the outbox at a time, of large batches; one more before the calls of all
 *     else, and one more after. The pages keep their connections
 * @param tries before a notice is parked
 * @param backOff before the second try; doubled for each further one
 * @param backOffMost longest wait between tries
 * @param stopWithin how long a stop waits for calls under way
 * @param late how long a notice may be due before somebody has to look
 * @param lateCode the same for a code, which somebody waits for
 * @param invitationsPerMinute of one force, by all instances: whoever is invited comes to look
 */
@ConfigurationProperties("followmycase.delivery")
record DeliverySettings(
    @DefaultValue("true") boolean dispatch,
    @DefaultValue("300ms") Duration poll,
    @DefaultValue("50ms") Duration pause,
    @DefaultValue("7s") Duration lease,
    @DefaultValue("200") int batch,
    @DefaultValue("100") int share,
    @DefaultValue("600") int inFlight,
    @DefaultValue("300") int inFlightForForce,
    @DefaultValue("32") int calls,
    @DefaultValue("3s") Duration connectWithin,
    @DefaultValue("10s") Duration callWithin,
    @DefaultValue("2s") Duration freshFor,
    @DefaultValue("100ms") Duration gather,
    @DefaultValue("2") int transactions,
    @DefaultValue("12") int tries,
    @DefaultValue("2s") Duration backOff,
    @DefaultValue("10m") Duration backOffMost,
    @DefaultValue("20s") Duration stopWithin,
    @DefaultValue("5m") Duration late,
    @DefaultValue("1m") Duration lateCode,
    @DefaultValue("300") int invitationsPerMinute) {

  /** How long a notice of this kind may be due before somebody has to look. */
  Duration late(Kind kind) {
    return kind.neverTwice() ? lateCode : late;
  }

  /** How long a provider's client waits: it gives up before the worker gives up on it. */
  Duration answerWithin() {
    return callWithin.multipliedBy(9).dividedBy(10);
  }
}
