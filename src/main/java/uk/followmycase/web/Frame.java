package uk.followmycase.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What stands around every page.
 *
 * @param words in the reader's language
 * @param site the kind of host the page stands on
 * @param force name of the force whose portal this is; null elsewhere
 * @param brandSheet address of the force's colours; null elsewhere
 * @param back address of this page without its host, for the language button; null where it would
 *     lose what the person typed
 * @param again what a page that answers a POST is asked for again with, at its own address, in the
 *     other language; empty where {@code back} shows it
 * @param desk who is at the desk; null elsewhere, and while nobody is
 * @param forStaff whether the page is for people at work, on whatever host
 * @param signedIn whether somebody is signed in at this host
 * @param csrf token that goes with forms; null where another check stands
 * @param author says in a desk's forms, sealed, whose they are; null elsewhere
 * @param assets addresses of style sheets and scripts
 */
public record Frame(
    Words words,
    Site site,
    @Nullable String force,
    @Nullable String brandSheet,
    @Nullable String back,
    Map<String, String> again,
    @Nullable AtDesk desk,
    boolean forStaff,
    boolean signedIn,
    @Nullable CsrfToken csrf,
    @Nullable String author,
    Assets assets) {

  /** Where the language button leads. */
  public @Nullable String languages() {
    return back == null || !again.isEmpty() ? back : "/language";
  }

  /** Whether people may have reason to leave this page in a hurry. */
  public boolean exit() {
    return !forStaff && (site == Site.FORCE || site == Site.SIGN_IN);
  }

  /** Whether this is a force's page for those it happened to. */
  public boolean portal() {
    return site == Site.FORCE;
  }

  /** Name in the header. */
  public String name() {
    return force != null
        ? force
        : words.say("site.name." + site.name().toLowerCase(java.util.Locale.ROOT));
  }
}
