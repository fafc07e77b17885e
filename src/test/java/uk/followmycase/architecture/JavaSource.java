package uk.followmycase.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file of ours, as text and as a syntax tree that knows its lines. */
record JavaSource(Path path, String text, CompilationUnitTree unit, SourcePositions places) {

  static final Path MAIN = Path.of("src/main/java");

  /** All sources below a folder. */
  static List<JavaSource> below(Path folder) {
    return parsed(files(folder, ".java").map(path -> new SourceText(path, read(path))).toList());
  }

  /** A source that is no file. */
  static JavaSource sample(String text) {
    return parsed(List.of(new SourceText(Path.of("Sample.java"), text))).getFirst();
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

  long line(Tree tree) {
    return unit.getLineMap().getLineNumber(places.getStartPosition(unit, tree));
  }

  long lastLine(Tree tree) {
    return unit.getLineMap().getLineNumber(places.getEndPosition(unit, tree));
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private static List<JavaSource> parsed(List<SourceText> texts) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, texts);
    var places = Trees.instance(task).getSourcePositions();
    try {
      var read = texts.iterator();
      return StreamSupport.stream(task.parse().spliterator(), false)
          .map(unit -> read.next().parsed(unit, places))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The compiler answers in the order it was asked. */
  private static final class SourceText extends SimpleJavaFileObject {

    private final Path path;
    private final String text;

    SourceText(Path path, String text) {
      super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    JavaSource parsed(CompilationUnitTree unit, SourcePositions places) {
      return new JavaSource(path, text, unit, places);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
