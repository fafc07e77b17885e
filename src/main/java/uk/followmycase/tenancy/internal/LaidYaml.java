package uk.followmycase.tenancy.internal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.followmycase.tenancy.Forces.Fault;

/**
 * A force's file laid over the default as a JSON merge patch does it: objects entry by entry, all
 * else whole, and null takes the default away. Gathers what is wrong, each where it stands.
 */
final class LaidYaml {

  private final String slug;
  private final YamlText own;
  private final YamlText under;
  private final ObjectNode merged;
  private final List<Fault> faults = new ArrayList<>();

  LaidYaml(String slug, YamlText own, YamlText under) {
    this.slug = slug;
    this.own = own;
    this.under = under;
    this.merged = merge(under.root(), own.root());
  }

  ObjectNode merged() {
    return merged;
  }

  List<Fault> faults() {
    return faults;
  }

  void fault(String pointer, String message, String advice) {
    fault(List.of(pointer.split("/")), message, advice);
  }

  /** A node's own file and line; one that is missing is looked for where it should stand. */
  void fault(List<String> path, String message, String advice) {
    for (var depth = path.size(); depth >= 0; depth--) {
      var upTo = path.subList(0, depth);
      for (var file : List.of(own, under)) {
        if (file.line(upTo) instanceof Integer line) {
          var said = path.isEmpty() ? message : String.join(".", path) + " " + message;
          faults.add(new Fault(slug, file.path(), line, said, advice));
          return;
        }
      }
    }
  }

  private static ObjectNode merge(ObjectNode under, ObjectNode over) {
    var merged = YamlText.MAPPER.createObjectNode();
    under.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    over.properties().forEach(entry -> lay(merged, entry.getKey(), entry.getValue()));
    return merged;
  }

  private static void lay(ObjectNode merged, String name, JsonNode over) {
    if (over.isNull()) {
      merged.remove(name);
    } else if (over instanceof ObjectNode patch && merged.get(name) instanceof ObjectNode base) {
      merged.set(name, merge(base, patch));
    } else {
      merged.set(name, over);
    }
  }
}
