package uk.followmycase.web.officer;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is absent, another force's, or not for whoever asks: one answer for all. */
public final class NotThere extends ResponseStatusException {

  public NotThere() {
    super(HttpStatus.NOT_FOUND);
  }
}
