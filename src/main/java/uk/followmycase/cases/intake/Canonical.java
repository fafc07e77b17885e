package uk.followmycase.cases.intake;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One way of writing for the same content: its spacing and the order of what has none fall away.
 */
@Component
class Canonical {

  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  String of(Record body) {
    return json.writeValueAsString(body);
  }

  String of(CaseBody body) {
    return of(
        (Record)
            new CaseBody(
                body.reference(),
                body.version(),
                body.kind(),
                body.classification(),
                body.cjsCode(),
                body.flags(),
                body.occurred(),
                body.reported(),
                body.area(),
                body.told(),
                body.status(),
                body.outcome(),
                body.outcomeOn(),
                body.officer(),
                sorted(body.people(), PersonBody::id),
                sorted(body.otherParties(), PartyBody::id),
                sorted(body.updates(), UpdateBody::id)));
  }

  private static <T> @Nullable List<@Nullable T> sorted(
      @Nullable List<@Nullable T> list, Function<T, @Nullable String> key) {
    Comparator<T> order = comparing(key, nullsFirst(naturalOrder()));
    return list == null ? null : list.stream().sorted(nullsFirst(order)).toList();
  }
}
