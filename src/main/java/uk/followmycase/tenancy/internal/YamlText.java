package uk.followmycase.tenancy.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file that is one object, each of whose nodes knows its line.
 *
 * @param path as messages name it
 */
record YamlText(String path, ObjectNode root) {

  static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private static final NodeReader NODES =
      NodeReader.builder().locationAware().yamlMapper(MAPPER).build();

  /**
   * @throws NotYaml when the text is no object in YAML
   */
  static YamlText read(String path, String text) throws NotYaml {
    try {
      if (NODES.readTree(text, InputFormat.YAML) instanceof ObjectNode root) {
        return new YamlText(path, root);
      }
      throw new NotYaml(1, "is no list of settings such as \"host: …\"");
    } catch (JacksonException | IllegalArgumentException broken) {
      throw NotYaml.because(broken);
    }
  }

  /** Line of the node at the path, or nothing when this file does not have it. */
  @Nullable Integer line(List<String> path) {
    JsonNode node = root;
    for (var part : path) {
      node = node.isArray() ? node.get(Integer.parseInt(part)) : node.get(part);
      if (node == null) {
        return null;
      }
    }
    return JsonNodes.tokenStreamLocationOf(node).getLineNr();
  }

  /** The text is broken at a line. */
  static final class NotYaml extends Exception {

    private final int line;

    NotYaml(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }

    private static NotYaml because(RuntimeException broken) {
      var cause = broken.getCause() instanceof JacksonException inner ? inner : broken;
      var location = cause instanceof JacksonException json ? json.getLocation() : null;
      var message = cause.getMessage() == null ? "broken" : cause.getMessage();
      return new NotYaml(
          location == null ? 0 : Math.max(0, location.getLineNr()),
          "is not YAML: " + message.lines().findFirst().orElse("broken"));
    }
  }
}
