package uk.followmycase.web.officer;

/** The number of a page as it stands in an address. */
public final class PageNumber {

  private PageNumber() {}

  /** A number that somebody made up leads to the first page. */
  public static int of(String typed) {
    return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
  }
}
