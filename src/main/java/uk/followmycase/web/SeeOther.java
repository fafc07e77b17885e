package uk.followmycase.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the browser on with a GET, so that loading again repeats nothing. */
public final class SeeOther {

  private SeeOther() {}

  /** A page of this host by its path, or of another of our hosts by its whole address. */
  public static View at(String address) {
    var view = new RedirectView(address, false, false, false);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
