package uk.followmycase.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file of ours, as text and as a syntax tree. */
record JavaSource(Path path, String text) {

  static final Path MAIN = Path.of("src/main/java");

  /** All sources below a folder. */
  static List<JavaSource> below(Path folder) {
    return files(folder, ".java").map(path -> new JavaSource(path, read(path))).toList();
  }

  static Stream<Path> files(Path folder, String suffix) {
    try (var found = Files.walk(folder)) {
      return found.filter(path -> path.toString().endsWith(suffix)).sorted().toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Parsed parsed() {
    var task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(asFile()));
    try {
      return new Parsed(task.parse().iterator().next(), Trees.instance(task));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private JavaFileObject asFile() {
    return new SimpleJavaFileObject(
        URI.create("string:///" + path.getFileName()), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** The syntax tree, which knows its lines. */
  record Parsed(CompilationUnitTree unit, Trees trees) {

    long line(Tree tree) {
      LineMap lines = unit.getLineMap();
      return lines.getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }
  }
}
