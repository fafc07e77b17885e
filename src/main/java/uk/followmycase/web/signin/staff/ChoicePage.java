package uk.followmycase.web.signin.staff;

import java.util.List;
import java.util.Map;
import uk.followmycase.identity.Staff.BuiltIn;
import uk.followmycase.tenancy.StaffProvider;

/**
 * Who may vouch for somebody at a force.
 *
 * @param force its name by language
 * @param builtIn the demonstration's own people
 */
record ChoicePage(
    Map<String, String> force, List<StaffProvider> providers, List<BuiltIn> builtIn) {}
