package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of the API that come before any controller. */
@Component
class Problems {

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  /**
   * Answers with a problem document.
   *
   * @param type stable end of its type
   * @param advice what the caller can do
   */
  void answer(HttpServletResponse response, HttpStatus status, String type, String advice)
      throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(status, advice);
    problem.setType(URI.create("/problems/" + type));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
