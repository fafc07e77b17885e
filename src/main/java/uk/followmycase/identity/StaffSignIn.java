package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.followmycase.tenancy.StaffProvider;

/** Staff signing in at the sign-in host, for its pages. No force is bound. */
public interface StaffSignIn {

  /**
   * Attribute of the request that signed somebody out: the address at which their provider is told.
   */
  String LEAVES_FOR = "uk.followmycase.identity.leaves-for";

  /** Where the person wants to work whose browser this is. */
  Optional<Workplace> asked(HttpServletRequest request);

  /** The provider by which this person came before, who need only be led past it again. */
  Optional<String> cameBy(Workplace place, HttpServletRequest request);

  /** Where the browser goes on when its provider has signed it out. */
  Optional<String> left(String client);

  /** Begins with one of that workplace's providers: leads the browser there. */
  Step begin(String provider, HttpServletRequest request);

  /** A provider has sent the browser back. */
  Step finish(String provider, HttpServletRequest request, HttpServletResponse response);

  /** Signs in one of the demonstration's own people. */
  Step builtIn(String key, HttpServletRequest request, HttpServletResponse response);

  /**
   * Where staff work.
   *
   * @param client its name at the sign-in host
   * @param name by language; empty for the nation's
   * @param providers that may vouch for somebody there
   * @param builtIn the demonstration's own people; none outside of it
   */
  record Workplace(
      String client,
      Map<String, String> name,
      List<StaffProvider> providers,
      List<Person> builtIn) {}

  /**
   * One of the demonstration's own people.
   *
   * @param role end of the key of its name
   */
  record Person(String key, String displayName, String role) {}

  /** What comes next. */
  sealed interface Step {

    /** The browser goes there: a provider's address or one of ours. */
    record Onward(String address) implements Step {}

    /** It ends here. */
    record Refused(Staff.Refusal why) implements Step {}
  }
}
