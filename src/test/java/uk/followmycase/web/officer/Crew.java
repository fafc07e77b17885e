package uk.followmycase.web.officer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.followmycase.cases.Grants;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.Staff.BuiltIn;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.support.Place;
import uk.followmycase.support.WholeProductTest;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffRole;

/** The demonstration's people of one force, each signed in at its desk. */
final class Crew {

  private final ApplicationContext product;
  private final Force force;
  private final Map<StaffRole, Hand> hands = new EnumMap<>(StaffRole.class);

  Crew(ApplicationContext product, Place place) {
    this.product = product;
    this.force = force(product, place);
    for (var one : product.getBean(Staff.class).builtIn()) {
      hands.put(one.role(), signedIn(one));
    }
  }

  /** Somebody of the demonstration, in a browser of their own. */
  record Hand(BuiltIn who, UUID account, Browser browser, String desk) {

    /** As the services know them, in another role if need be. */
    StaffMember as(Force force, StaffRole role, java.time.Instant now) {
      return new StaffMember(
          new StaffId(account),
          force.id(),
          Set.of(role),
          who.collarNumber(),
          who.units(),
          who.displayName(),
          now);
    }
  }

  Hand of(StaffRole role) {
    return Objects.requireNonNull(hands.get(role));
  }

  Force force() {
    return force;
  }

  /** Lets the person P on a case in, as somebody new. */
  void letIn(String reference) {
    ForceBinding.run(
        force.id(),
        () ->
            product
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(
                    status -> {
                      var grants = product.getBean(Grants.class);
                      grants.open(
                          grants.personBySource(reference, "P").orElseThrow(),
                          new AccountId(UUID.randomUUID()));
                    }));
  }

  private Hand signedIn(BuiltIn one) {
    var browser = new Browser(WholeProductTest.PORT);
    var desk = "desk." + force.settings().host();
    browser.follow(browser.get(desk, "/"));
    var form = Form.on(browser.get("sign-in.localhost", "/staff"), "/staff/built-in");
    browser.follow(form.send(browser, "person", one.key()));
    return new Hand(one, newest(), browser, desk);
  }

  private UUID newest() {
    return query(
        product,
        force,
        "select account from police.staff_visit order by xmin::text::bigint desc limit 1");
  }

  /** One id that a query of a force finds. */
  static UUID query(ApplicationContext product, Force force, String sql) {
    return ForceBinding.call(
        force.id(),
        () ->
            Objects.requireNonNull(
                product
                    .getBean(TransactionTemplate.class)
                    .execute(
                        status ->
                            product
                                .getBean(JdbcClient.class)
                                .sql(sql)
                                .query(UUID.class)
                                .single())));
  }

  /** One id that a query of a force finds for another, if any. */
  static Optional<UUID> find(ApplicationContext product, Force force, String sql, UUID value) {
    return ForceBinding.call(
        force.id(),
        () ->
            Objects.requireNonNull(
                product
                    .getBean(TransactionTemplate.class)
                    .execute(
                        status ->
                            product
                                .getBean(JdbcClient.class)
                                .sql(sql)
                                .param(value)
                                .query(UUID.class)
                                .optional())));
  }

  static Force force(ApplicationContext product, Place place) {
    return product.getBean(Forces.class).byHost(place.host()).orElseThrow();
  }
}
