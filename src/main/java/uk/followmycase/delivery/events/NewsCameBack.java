package uk.followmycase.delivery.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/**
 * News came back, and there is another safe way. In the running transaction.
 *
 * @param kind of news, which may leave by any way
 * @param about row id of the thing it spoke of
 * @param until when the person was to be told in the first place
 * @param notBy the channel that did not carry it though its contact may be right; null when the
 *     contact is given up
 */
public record NewsCameBack(
    ForceId force, Kind kind, UUID about, Recipient person, Instant until, @Nullable Channel notBy)
    implements ForceBound {}
