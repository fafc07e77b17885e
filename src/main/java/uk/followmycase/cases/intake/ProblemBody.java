package uk.followmycase.cases.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A problem document (RFC 9457). */
@Schema(name = "Problem", description = "A problem document (RFC 9457). Values are never repeated.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
    @Schema(description = "Stable name of the kind of refusal", example = "/problems/invalid")
        String type,
    @Schema(example = "The content is not right") String title,
    @Schema(example = "422") int status,
    @Schema(description = "Where fields are at fault") List<Fault> errors) {}
