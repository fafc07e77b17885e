package uk.followmycase.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Classes that break a rule on purpose, compiled while the test runs: they may stand in the
 * product's own packages without ever lying on its class path.
 */
final class Samples {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:class|record|interface|enum|@interface) (\\w+)");

  private Samples() {}

  /** What the rule says about the sources; empty when it finds nothing wrong. */
  static List<String> broken(ArchRule rule, String... sources) {
    return rule.allowEmptyShould(true).evaluate(compiled(sources)).getFailureReport().getDetails();
  }

  static JavaClasses compiled(String... sources) {
    try {
      var output = Files.createTempDirectory("samples");
      compile(output, sources);
      return new ClassFileImporter().importPath(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void compile(Path output, String... sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var options = List.of("-proc:none", "-nowarn", "-d", output.toString());
    var files = Arrays.stream(sources).map(Samples::file).toList();
    if (!compiler.getTask(null, null, null, options, null, files).call()) {
      throw new IllegalArgumentException("The sample does not compile");
    }
  }

  private static JavaFileObject file(String source) {
    var path = (first(PACKAGE, source) + "." + first(TYPE, source)).replace('.', '/');
    return new SimpleJavaFileObject(
        URI.create("string:///" + path + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static String first(Pattern pattern, String source) {
    return pattern
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No " + pattern + " in " + source));
  }
}
