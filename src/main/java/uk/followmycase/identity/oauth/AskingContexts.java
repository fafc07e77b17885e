package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Who stands before the authorization server depends on who asks: a desk knows staff of its own
 * force alone, a portal persons alone. Nobody is both.
 */
@Component
class AskingContexts implements SecurityContextRepository {

  private final PersonContexts persons;
  private final PortalClients clients;
  private final Staff staff;

  AskingContexts(PersonContexts persons, PortalClients clients, Staff staff) {
    this.persons = persons;
    this.clients = clients;
    this.staff = staff;
  }

  /** The force whose desk asks. */
  Optional<Force> desk(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(OAuth2ParameterNames.CLIENT_ID))
        .flatMap(clients::desk);
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return desk(request)
        .<DeferredSecurityContext>map(
            force ->
                new StaffContexts.Deferred(
                    () ->
                        StaffContexts.pass(request)
                            .filter(pass -> stands(force, pass))
                            .map(Persons::passed)))
        .orElseGet(() -> persons.loadDeferredContext(request));
  }

  private boolean stands(Force force, StaffPass pass) {
    return ForceBinding.call(force.id(), () -> staff.standing(pass).isPresent());
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  /** Nobody signs in or out by asking. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return desk(request).isPresent()
        ? StaffContexts.pass(request).isPresent()
        : persons.containsContext(request);
  }
}
