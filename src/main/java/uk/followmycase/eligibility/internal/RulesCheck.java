package uk.followmycase.eligibility.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Forces.Fault;

/** Refuses a force whose rules cannot be followed. */
@Component
class RulesCheck implements Forces.Check {

  static final String FILE = "rules.yaml";

  private final RulesReader reader;

  RulesCheck(RulesReader reader) {
    this.reader = reader;
  }

  @Override
  public List<Fault> check(Forces.Files files) {
    return files
        .source(FILE)
        .map(
            source ->
                reader.faults(source).stream()
                    .map(fault -> fault.in(files.slug(), source.path()))
                    .toList())
        .orElseGet(
            () ->
                List.of(
                    new Fault(
                        files.slug(),
                        files.slug() + "/" + FILE,
                        0,
                        "There are no rules, neither the force's own nor defaults",
                        "Copy _default/rules.yaml of the product into tenants/_default")));
  }
}
