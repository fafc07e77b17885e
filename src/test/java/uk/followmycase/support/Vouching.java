package uk.followmycase.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.followmycase.tenancy.StaffProvider;
import uk.followmycase.tenancy.StaffRole;

/** An identity provider of no force's file, with one group. */
public final class Vouching {

  /** The group that it puts everybody in. */
  public static final String GROUP = "colleagues";

  private Vouching() {}

  /** One whose people all have this role. */
  public static StaffProvider as(StaffRole role) {
    return new StaffProvider(
        "sign-in",
        Map.of("en", "Sign-in"),
        "https://sign-in.example",
        "us",
        "property:none",
        List.of("openid"),
        new StaffProvider.Claims("groups", "name", null, null),
        Map.of(GROUP, Set.of(role)));
  }
}
