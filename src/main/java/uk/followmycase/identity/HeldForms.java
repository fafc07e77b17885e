package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.web.csrf.CsrfToken;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Forms of the bound force's staff that could not be sent: their visit had ended, or they had to
 * show anew that it is they. Sealed, for a day, for the one who filled them in.
 */
public interface HeldForms {

  /** Field of every form of a desk that says, sealed, whose form it is. */
  String AUTHOR = "_author";

  /** Field of a form that was kept and is sent now: its handle. */
  String KEPT = "_kept";

  /** How many are kept of one person. */
  int MOST = 20;

  /** What stands in {@link #AUTHOR} of this person's forms; nobody else can write it. */
  String author(StaffMember who);

  /** Whose form it is; empty when it is not ours, another force's or older than a day. */
  Optional<StaffId> authorOf(String written);

  /**
   * Keeps a form beside those that were kept before, also to the same address: two texts for one
   * case are two. The very same form is kept once, and of more than {@link #MOST} the latest.
   *
   * @return empty when it is too long
   */
  Optional<Handle> keep(StaffId author, HeldForm form);

  /** A form that this person filled in; empty for anybody else, and when its day is over. */
  Optional<HeldForm> find(StaffMember who, Handle handle);

  /** All that this person has kept, the newest first. */
  List<Waiting> waiting(StaffId who);

  /** Forgets a form of this person's: it has been sent, or never will be. */
  void forget(StaffMember who, Handle handle);

  /** A form that waits to be sent. */
  record Waiting(Handle handle, Instant keptAt) {}

  /**
   * A form as it was filled in.
   *
   * @param path where it goes, on the desk's own host
   * @param fields with all their values
   */
  record HeldForm(String path, Map<String, List<String>> fields) {

    /** A form as it came, without what every form carries. */
    public static HeldForm of(HttpServletRequest request) {
      var fields = new TreeMap<String, List<String>>();
      request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
      if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
        fields.remove(token.getParameterName());
      }
      fields.remove(AUTHOR);
      fields.remove(KEPT);
      return new HeldForm(request.getRequestURI(), fields);
    }

    @Override
    public String toString() {
      return "held form";
    }
  }
}
