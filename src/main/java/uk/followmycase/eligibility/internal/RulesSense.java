package uk.followmycase.eligibility.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a schema cannot see: names used twice, windows that end before they begin, unknown codes.
 */
final class RulesSense {

  private static final Set<String> BUILT_IN = Set.of(CollisionPolicy.ID, "no-rule");

  private final OffenceTable offences;
  private final List<RuleFault> faults;
  private final Set<String> ids = new HashSet<>();

  RulesSense(OffenceTable offences, List<RuleFault> faults) {
    this.offences = offences;
    this.faults = faults;
  }

  void check(JsonNode rules) {
    for (var rule : rules) {
      id(rule.get("id"));
      var when = rule.get("when");
      codes(when.path("offence").path("classes"));
      codes(when.path("offence").path("codes"));
      order(when.path("age"));
      order(when.path("occurred"));
      order(when.path("reported"));
    }
  }

  private void id(JsonNode id) {
    if (BUILT_IN.contains(id.stringValue())) {
      add(id, "The id " + id.stringValue() + " is built in", "Choose another id");
    } else if (!ids.add(id.stringValue())) {
      add(id, "The id " + id.stringValue() + " is used twice", "Give each rule an id of its own");
    }
  }

  private void codes(JsonNode codes) {
    for (var code : codes) {
      if (offences.of(code.stringValue()).isEmpty()) {
        add(
            code,
            "No offence class " + code.stringValue() + " is known",
            "Use a class of the Home Office's table, three digits in quotes");
      }
    }
  }

  private void order(JsonNode window) {
    var from = window.path("from");
    var to = window.path("to");
    if (from.isMissingNode() || to.isMissingNode()) {
      return;
    }
    var wrong =
        from.isInt()
            ? from.intValue() > to.intValue()
            : from.stringValue().compareTo(to.stringValue()) > 0;
    if (wrong) {
      add(to, "The end lies before the beginning", "Swap from and to");
    }
  }

  private void add(JsonNode node, String message, String advice) {
    faults.add(RuleFault.at(node, message, advice));
  }
}
