package uk.followmycase.cases.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a stream: one of the three. */
@Schema(name = "Line", description = "One line of a stream: exactly one of the three fields.")
record LineBody(
    @JsonProperty("case") @Nullable CaseBody wholeCase,
    UpdateBody.@Nullable AddBody update,
    UpdateBody.@Nullable WithdrawBody withdrawal) {}
