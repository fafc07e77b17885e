package uk.followmycase.delivery.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/**
 * The word of an update came back, and there is another safe way. In the running transaction.
 *
 * @param until when the person was to be told in the first place
 * @param notBy the channel that did not carry it though its contact may be right; null when the
 *     contact is given up
 */
public record UpdateCameBack(
    ForceId force, Recipient person, Instant until, @Nullable Channel notBy)
    implements ForceBound {}
