package uk.followmycase.tenancy.internal;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.Wording;

/** Puts the hosts before everything but what an operator has told the framework to trust. */
@Configuration(proxyBeanMethods = false)
class HostRouting {

  /** After the framework's filter for forwarded headers, which is there only when configured. */
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<ForceHosts> forceHosts(Forces forces, Sites sites, Wording wording) {
    var filter = new ForceHosts(forces, sites, new ClosedPage(wording));
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(ORDER);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return registration;
  }
}
