package uk.followmycase.tenancy.internal;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Forces.Fault;

/** Reads {@code force.yaml} over the default one and tells everything wrong with it. */
final class ForceFile {

  static final String NAME = "force.yaml";

  private static final Schema SCHEMA = schema();

  private final ForceSense sense;
  private final YamlText under;
  private final SharedParts shared = new SharedParts();

  ForceFile(ForceSense sense, Folder defaults) {
    this.sense = sense;
    try {
      under = YamlText.read(defaults.path(NAME), text(defaults));
    } catch (YamlText.NotYaml broken) {
      throw new IllegalStateException(
          "%s:%d %s".formatted(defaults.path(NAME), broken.line(), broken.getMessage()), broken);
    }
  }

  /** What a file says, or what is wrong with it; never both. */
  record Reading(@Nullable ForceSettings settings, List<Fault> faults) {}

  Reading read(Folder force) {
    try {
      var own = YamlText.read(force.path(NAME), text(force));
      return read(new LaidYaml(force.slug(), own, under));
    } catch (YamlText.NotYaml broken) {
      var advice = "Check indentation, quotes and colons at this line and the one above";
      return new Reading(
          null,
          List.of(
              new Fault(force.slug(), force.path(NAME), broken.line(), message(broken), advice)));
    }
  }

  private Reading read(LaidYaml yaml) {
    SCHEMA.validate(yaml.merged()).forEach(error -> tell(yaml, error));
    if (!yaml.faults().isEmpty()) {
      return new Reading(null, yaml.faults());
    }
    try {
      var settings = YamlText.MAPPER.treeToValue(yaml.merged(), ForceSettings.class);
      sense.check(settings, yaml);
      return yaml.faults().isEmpty()
          ? new Reading(shared.of(settings), List.of())
          : new Reading(null, yaml.faults());
    } catch (JacksonException unfit) {
      var path = unfit.getPath().stream().map(step -> String.valueOf(step.getPropertyName()));
      yaml.fault(path.toList(), "cannot be read", "Compare it with the example forces");
      return new Reading(null, yaml.faults());
    }
  }

  private static void tell(LaidYaml yaml, Error error) {
    var location = error.getInstanceLocation();
    var path = new ArrayList<String>();
    for (var i = 0; i < location.getNameCount(); i++) {
      path.add(location.getName(i));
    }
    if (error.getProperty() != null) {
      path.add(error.getProperty());
    }
    yaml.fault(path, said(error), advice(error.getKeyword()));
  }

  private static String said(Error error) {
    return switch (error.getKeyword()) {
      case "required" -> "is missing";
      case "additionalProperties" -> "is not known";
      default -> error.getMessage();
    };
  }

  private static String advice(String keyword) {
    return switch (keyword) {
      case "required" -> "Add it; tenants/README.md says what belongs there";
      case "additionalProperties" -> "Check the spelling, or take it out";
      case "type" -> "Write the kind of value asked for; numbers such as phone numbers need quotes";
      case "enum" -> "Use one of the values listed";
      default -> "Write it in the form that tenants/schema/force.schema.json asks for";
    };
  }

  private static String text(Folder folder) throws YamlText.NotYaml {
    var text = folder.files().get(NAME);
    if (text == null) {
      throw new YamlText.NotYaml(0, "is missing");
    }
    return text;
  }

  private static String message(YamlText.NotYaml broken) {
    return String.valueOf(broken.getMessage());
  }

  private static Schema schema() {
    try (var file = new ClassPathResource("tenants/schema/force.schema.json").getInputStream()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
