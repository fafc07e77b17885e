package uk.followmycase.cases.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard forces' systems are told.
 *
 * @param send whether this instance tells anybody at all
 * @param privateAddresses whether a system may stand at an address that the internet does not know:
 *     on one's own machine only
 * @param poll how often one looks for what no signal told of
 * @param atOnce calls under way to one force, in one instance
 * @param connectWithin how long a system may take to pick up
 * @param answerWithin how long a whole call may take
 * @param lease how long, by the database's clock, what was leased stays out of others' hands
 * @param backOff before the second try; doubled for each further one
 * @param backOffMost longest wait between tries
 * @param parkAfter when nobody tries any more
 * @param keepParked how long it can still be taken up again
 */
@ConfigurationProperties("followmycase.task-webhooks")
record WebhookSettings(
    @DefaultValue("true") boolean send,
    @DefaultValue("false") boolean privateAddresses,
    @DefaultValue("2s") Duration poll,
    @DefaultValue("8") int atOnce,
    @DefaultValue("5s") Duration connectWithin,
    @DefaultValue("15s") Duration answerWithin,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("5s") Duration backOff,
    @DefaultValue("1h") Duration backOffMost,
    @DefaultValue("7d") Duration parkAfter,
    @DefaultValue("30d") Duration keepParked) {}
