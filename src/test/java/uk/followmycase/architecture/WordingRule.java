package uk.followmycase.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What people read stands in the wording files, in both languages; never in Java. */
final class WordingRule {

  /** A capital, then words: how a sentence or a label starts. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?s)[A-Z][a-z’']*( [\\w’',]+)+[.?!:]?.*");

  private WordingRule() {}

  /** Where the source holds something people would read. */
  static List<String> broken(JavaSource source) {
    var found = new ArrayList<String>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void none) {
        if (literal.getValue() instanceof String text && SENTENCE.matcher(text).matches()) {
          found.add(source.path() + ":" + source.line(literal) + " says: " + text);
        }
        return null;
      }

      /** Exceptions, logs and annotations speak to engineers. */
      @Override
      public Void visitThrow(ThrowTree thrown, Void none) {
        return null;
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        return call.getMethodSelect().toString().startsWith("LOG.")
            ? null
            : super.visitMethodInvocation(call, none);
      }

      @Override
      public Void visitAnnotation(AnnotationTree annotation, Void none) {
        return null;
      }
    }.scan(source.unit(), null);
    return found;
  }
}
