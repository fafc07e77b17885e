package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call by which an officer does something to a task. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "200",
    description = "The task as it stands now",
    content =
        @Content(mediaType = "application/json", schema = @Schema(implementation = TaskBody.class)))
@ApiResponse(
    responseCode = "404",
    description = TasksDocument.UNKNOWN,
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemBody.class)))
@ApiResponse(
    responseCode = "409",
    description =
        "`/problems/task-changed`: somebody was faster; or `/problems/at-the-desk`: it wants a"
            + " decision, a second person or a fresh sign-in, which the force's desk has pages for;"
            + " or `/problems/in-flight`",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemBody.class)))
@interface ActsOnTask {}
