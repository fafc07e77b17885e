package uk.followmycase.eligibility.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.followmycase.tenancy.Forces.Source;

/** Reads {@code rules.yaml} and tells everything wrong with it, with the line. */
@Component
class RulesReader {

  private final YAMLMapper yaml =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private final NodeReader nodes = NodeReader.builder().locationAware().yamlMapper(yaml).build();
  private final Schema schema = schema();
  private final OffenceTable offences;

  RulesReader(OffenceTable offences) {
    this.offences = offences;
  }

  /** The rules of a text that has no faults. */
  List<Rule> read(Source source) {
    return yaml.readValue(source.text(), RulesFile.class).compiled();
  }

  List<RuleFault> faults(Source source) {
    JsonNode root;
    try {
      root = nodes.readTree(source.text(), InputFormat.YAML);
    } catch (IllegalArgumentException | JacksonException broken) {
      return List.of(RuleFault.notYaml(broken));
    }
    var faults = new ArrayList<RuleFault>();
    schema.validate(root).forEach(error -> faults.add(RuleFault.of(error)));
    if (faults.isEmpty()) {
      new RulesSense(offences, faults).check(root.get("rules"));
    }
    return faults;
  }

  static int line(JsonNode node) {
    return node instanceof TokenStreamLocationAware aware
        ? aware.tokenStreamLocation().getLineNr()
        : 0;
  }

  private static Schema schema() {
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    try (var file = new ClassPathResource("tenants/schema/rules.schema.json").getInputStream()) {
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
          .getSchema(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
