package uk.followmycase.delivery.receipts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What Notify posts; the contact that it quotes is not read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record NotifyCallback(
    @Nullable String reference,
    @Nullable String status,
    @JsonProperty("completed_at") @Nullable String completedAt) {}
