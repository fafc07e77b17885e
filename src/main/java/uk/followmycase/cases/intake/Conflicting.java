package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that may clash with what is held, or with itself still running. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "409",
    description =
        "`/problems/version-conflict`, `/problems/update-conflict`, or `/problems/in-flight` while"
            + " the first call with the same key runs (see Retry-After)",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemBody.class)))
@interface Conflicting {}
