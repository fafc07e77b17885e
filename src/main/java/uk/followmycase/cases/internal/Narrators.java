package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.Actor;
import uk.followmycase.cases.desk.PlanDesk.Remark;
import uk.followmycase.delivery.SafeContactPlans.Said;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffNames;
import uk.followmycase.identity.StaffNames.Known;

/** Who said something, as colleagues know them; asked for all of a history at once. */
@Component
class Narrators {

  private static final Pattern ACCOUNT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final StaffNames staff;

  Narrators(StaffNames staff) {
    this.staff = staff;
  }

  List<Remark> of(List<Said> history) {
    var ids =
        history.stream().flatMap(said -> account(said.by()).stream()).collect(toUnmodifiableSet());
    Map<StaffId, Known> known = ids.isEmpty() ? Map.of() : staff.of(ids);
    return history.stream()
        .map(
            said ->
                new Remark(said.at(), said.source(), name(said, known), said.plan(), said.note()))
        .toList();
  }

  private static Optional<StaffId> account(Actor by) {
    return by.kind() == Actor.Kind.OFFICER && ACCOUNT.matcher(by.id()).matches()
        ? Optional.of(new StaffId(UUID.fromString(by.id())))
        : Optional.empty();
  }

  private static String name(Said said, Map<StaffId, Known> known) {
    return account(said.by())
        .flatMap(id -> Optional.ofNullable(known.get(id)))
        .map(Narrators::called)
        .orElse("");
  }

  private static String called(Known known) {
    var collar = known.collarNumber();
    return collar == null ? known.displayName() : known.displayName() + ", " + collar;
  }
}
