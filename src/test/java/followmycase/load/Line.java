package followmycase.load;

import java.time.Instant;

/**
 * A line of a stream.
 *
 * @param at when a records system in good health would send it
 * @param reference proper reference of the case it is about; empty for a broken record
 */
record Line(Instant at, String reference, String text) {}
