package uk.followmycase.cases.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.identity.StaffMember;

/**
 * Lets what one person sends be done one after the other, so that a form that was sent twice at the
 * same moment finds its own effect.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OneAfterTheOther {

  /** 0x4F4E4345: "ONCE", so that no other advisory lock of the product is meant. */
  private static final String LOCK =
      "select 1 from (select pg_advisory_xact_lock(x'4F4E4345'::int, hashtext(police.bound_force() || '/' || :staff::text))) locked";

  private final JdbcClient jdbc;

  OneAfterTheOther(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void of(StaffMember who) {
    jdbc.sql(LOCK).param("staff", who.id().value()).query(Integer.class).single();
  }
}
