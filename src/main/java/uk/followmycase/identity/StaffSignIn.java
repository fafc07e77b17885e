package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import uk.followmycase.tenancy.Force;

/** Staff signing in at the sign-in host, for its pages. No force is bound. */
public interface StaffSignIn {

  /** The force whose desk asked in this browser. */
  Optional<Force> asked(HttpServletRequest request);

  /** Begins with one of that force's providers: leads the browser there. */
  Step begin(String provider, HttpServletRequest request);

  /** A provider has sent the browser back. */
  Step finish(String provider, HttpServletRequest request, HttpServletResponse response);

  /** Signs in one of the demonstration's own people. */
  Step builtIn(String key, HttpServletRequest request, HttpServletResponse response);

  /** What comes next. */
  sealed interface Step {

    /** The browser goes there: a provider's address or one of ours. */
    record Onward(String address) implements Step {}

    /** It ends here. */
    record Refused(Staff.Refusal why) implements Step {}
  }
}
