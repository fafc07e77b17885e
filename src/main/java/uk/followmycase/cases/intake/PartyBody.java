package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A suspect or other party. Never kept, logged or returned. */
@Schema(name = "OtherParty", description = "A suspect or other party: write-only.")
record PartyBody(
    @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 50, example = "N-999")
        @Nullable String id,
    @Schema(description = "Up to 20.") @Nullable List<@Nullable PartyContactBody> contacts) {

  /** A suspect's or other party's phone, e-mail or address. */
  @Schema(name = "OtherPartyContact")
  record PartyContactBody(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              allowableValues = {"phone", "email", "address"})
          @Nullable String kind,
      @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 300, example = "+44 7700 900999")
          @Nullable String value) {}

  @Override
  public String toString() {
    return "other party";
  }
}
