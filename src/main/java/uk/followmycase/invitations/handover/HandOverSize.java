package uk.followmycase.invitations.handover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads no more of a body than its two fields can need, whatever the caller says of its length. */
@RestControllerAdvice(assignableTypes = HandOverApi.class)
class HandOverSize extends RequestBodyAdviceAdapter {

  private static final int LIMIT = 4 * 1024;

  /** A body over the limit, of which nothing is kept. */
  static final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLarge() {
      super("The body is over the limit", null, false, false);
    }
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    var bytes = message.getBody().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw new TooLarge();
    }
    return new Whole(message.getHeaders(), new ByteArrayInputStream(bytes));
  }

  private record Whole(HttpHeaders headers, InputStream body) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}
