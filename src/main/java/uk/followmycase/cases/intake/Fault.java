package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing wrong with a body. It never repeats a value.
 *
 * @param pointer JSON pointer to what is wrong
 * @param detail what is wrong
 * @param advice what to do
 */
@Schema(name = "Fault", description = "One thing wrong with a body. Values are never repeated.")
record Fault(
    @Schema(description = "JSON pointer", example = "/people/0/role") String pointer,
    @Schema(example = "Missing") String detail,
    @Schema(example = "Give one of: victim, witness") String advice) {}
