package uk.followmycase.identity.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.NationalStaff;
import uk.followmycase.identity.ProviderToAsk;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.Staff.Admission;
import uk.followmycase.identity.Staff.Refusal;
import uk.followmycase.identity.Staff.Vouched;
import uk.followmycase.identity.StaffPass;
import uk.followmycase.identity.StaffSignIn.Person;
import uk.followmycase.identity.StaffSignIn.Workplace;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Sites;

/** Where staff work: each force's desk, whose staff are that force's business, and the nation's. */
@Component
class Workplaces {

  private final PortalClients clients;
  private final Staff staff;
  private final NationalStaff national;
  private final Sites sites;

  Workplaces(PortalClients clients, Staff staff, NationalStaff national, Sites sites) {
    this.clients = clients;
    this.staff = staff;
    this.national = national;
    this.sites = sites;
  }

  /**
   * A visit that stands.
   *
   * @param askAgain which provider is to be asked again, and when; null for none
   */
  record Standing(
      Instant signedInAt, @Nullable Instant provedAt, @Nullable ProviderToAsk askAgain) {}

  /** The workplace that is this client of the sign-in host, while it takes part. */
  Optional<Workplace> of(String client) {
    return PortalClients.NATIONAL.equals(client)
        ? Optional.of(nation(client))
        : clients
            .desk(client)
            .filter(force -> force.settings().open())
            .map(force -> desk(client, force));
  }

  private Workplace desk(String client, Force force) {
    return new Workplace(
        client,
        force.settings().name(),
        force.settings().staff(),
        staff.builtIn().stream()
            .map(one -> new Person(one.key(), one.displayName(), role(one)))
            .toList());
  }

  private static String role(Staff.BuiltIn one) {
    return one.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Workplace nation(String client) {
    return new Workplace(
        client, Map.of(), national.provider().map(List::of).orElse(List.of()), national.builtIn());
  }

  /** Its own address, without a slash at the end. */
  String address(Workplace place) {
    return desk(place).map(sites::deskAddress).orElseGet(() -> sites.address(sites.national()));
  }

  Admission admit(Workplace place, Vouched who) {
    return there(place, () -> staff.admit(who), () -> national.admit(who));
  }

  Admission admitBuiltIn(Workplace place, String key) {
    return there(place, () -> staff.admitBuiltIn(key), () -> national.admitBuiltIn(key));
  }

  /** A force keeps a trace of it; the nation has none, and its provider has its own. */
  void turnedAway(Workplace place, String provider, Refusal why) {
    desk(place)
        .ifPresent(force -> ForceBinding.run(force.id(), () -> staff.turnedAway(provider, why)));
  }

  /** The visit of whoever holds the pass there. */
  Optional<Standing> standing(Workplace place, StaffPass pass) {
    return there(
        place,
        () ->
            staff
                .standing(pass)
                .map(one -> new Standing(one.signedInAt(), one.provedAt(), one.askAgain())),
        () ->
            national
                .standing(pass)
                .map(one -> new Standing(one.signedInAt(), one.provedAt(), one.askAgain())));
  }

  private <T> T there(Workplace place, Supplier<T> atDesk, Supplier<T> forTheNation) {
    return desk(place)
        .map(force -> ForceBinding.<T, RuntimeException>call(force.id(), atDesk::get))
        .orElseGet(forTheNation);
  }

  private Optional<Force> desk(Workplace place) {
    return clients.desk(place.client());
  }
}
