package uk.followmycase.cases.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one records system may ask of one instance.
 *
 * @param callsPerSecond single calls, in the long run
 * @param burst single calls at once
 * @param streams at the same time
 * @param chunkLines most lines of a stream in one transaction
 * @param chunkWait longest wait for a chunk to fill
 */
@ConfigurationProperties("followmycase.intake")
record IntakeSettings(
    @DefaultValue("200") int callsPerSecond,
    @DefaultValue("400") int burst,
    @DefaultValue("4") int streams,
    @DefaultValue("500") int chunkLines,
    @DefaultValue("250ms") Duration chunkWait) {}
