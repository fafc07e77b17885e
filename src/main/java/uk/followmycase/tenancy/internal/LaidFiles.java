package uk.followmycase.tenancy.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.followmycase.tenancy.ForceSettings;
import uk.followmycase.tenancy.Forces;

/** A force's files over the defaults. */
record LaidFiles(Folder own, Folder defaults, ForceSettings settings) implements Forces.Files {

  @Override
  public String slug() {
    return own.slug();
  }

  @Override
  public Optional<Forces.Source> source(String name) {
    return source(own, name).or(() -> source(defaults, name));
  }

  @Override
  public List<Forces.Source> sources(String beginning) {
    return Stream.of(own, defaults).flatMap(folder -> sources(folder, beginning)).toList();
  }

  private static Stream<Forces.Source> sources(Folder folder, String beginning) {
    return folder.files().keySet().stream()
        .filter(name -> name.startsWith(beginning))
        .flatMap(name -> source(folder, name).stream());
  }

  /** Line of a node of a YAML file; 0 where the file itself does not have it. */
  int line(String name, List<String> path) {
    try {
      var line = YamlText.read(own.path(name), own.files().getOrDefault(name, "")).line(path);
      return line == null ? 0 : line;
    } catch (YamlText.NotYaml never) {
      return 0;
    }
  }

  private static Optional<Forces.Source> source(Folder folder, String name) {
    return Optional.ofNullable(folder.files().get(name))
        .map(text -> new Forces.Source(folder.path(name), text));
  }
}
