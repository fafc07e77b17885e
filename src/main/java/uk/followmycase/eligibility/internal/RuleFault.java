package uk.followmycase.eligibility.internal;

import com.networknt.schema.Error;
import java.util.Objects;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.followmycase.tenancy.Forces.Fault;

/** Something wrong at a line of {@code rules.yaml}. */
record RuleFault(int line, String message, String advice) {

  Fault in(String slug, String file) {
    return new Fault(slug, file, line, message, advice);
  }

  static RuleFault at(JsonNode node, String message, String advice) {
    return new RuleFault(RulesReader.line(node), message, advice);
  }

  static RuleFault notYaml(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYamlEngineException marked) {
        return notYaml(
            marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0), marked.getProblem());
      }
    }
    var line = broken instanceof JacksonException json ? json.getLocation().getLineNr() : 0;
    return notYaml(
        line, Objects.toString(broken.getMessage()).lines().findFirst().orElse("broken"));
  }

  private static RuleFault notYaml(int line, String problem) {
    return new RuleFault(
        line,
        "This is not YAML: " + problem,
        "Check indentation, quotes and colons at this line and the one above");
  }

  static RuleFault of(Error error) {
    var node = error.getInstanceNode();
    var child = error.getProperty() == null ? null : node.get(error.getProperty());
    return at(
        child == null ? node : child,
        error.getInstanceLocation() + ": " + error.getMessage(),
        advice(error.getKeyword()));
  }

  private static String advice(String keyword) {
    return switch (keyword) {
      case "required" -> "Add the missing entry";
      case "additionalProperties" -> "Check the spelling, or take the entry out";
      case "type" -> "Write the kind of value that is asked for; codes such as \"028\" need quotes";
      case "enum" -> "Use one of the values listed";
      case "pattern", "format" -> "Write it in the form asked for";
      case "minimum", "maximum" -> "Choose a number within the limits";
      case "minItems", "minProperties" -> "Name at least one, or take the entry out";
      case "uniqueItems" -> "Name it once";
      default -> "See tenants/schema/rules.schema.json";
    };
  }
}
