package uk.followmycase.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a statement is constant: values go in as parameters, never by joining strings. */
final class SqlRule {

  private static final Pattern SQL =
      Pattern.compile(
          "(?is).*\\b(select\\s.*\\sfrom\\s|insert\\s+into\\s|update\\s+[\\w.]+\\s+set\\s|"
              + "delete\\s+from\\s|merge\\s+into\\s|(police|people|plumbing)\\.\\w+).*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Set<String> JOINING = Set.of("formatted", "format", "append", "concat");

  private SqlRule() {}

  /** Where the source joins SQL with something that is no constant. */
  static List<String> broken(JavaSource source) {
    var found = new ArrayList<String>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitBinary(BinaryTree joined, Void none) {
        if (isSql(joined) && !isConstant(joined)) {
          report(joined);
          return null;
        }
        return super.visitBinary(joined, none);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (call.getMethodSelect() instanceof MemberSelectTree method
            && JOINING.contains(method.getIdentifier().toString())
            && (isSql(method.getExpression())
                || call.getArguments().stream().anyMatch(SqlRule::isSql))) {
          report(call);
        }
        return super.visitMethodInvocation(call, none);
      }

      private void report(Tree tree) {
        found.add(source.path() + ":" + source.line(tree) + " joins SQL with a value");
      }
    }.scan(source.unit(), null);
    return found;
  }

  private static boolean isSql(ExpressionTree tree) {
    return switch (tree) {
      case LiteralTree literal ->
          literal.getValue() instanceof String text && SQL.matcher(text + " ").matches();
      case BinaryTree both -> isSql(both.getLeftOperand()) || isSql(both.getRightOperand());
      case ParenthesizedTree inner -> isSql(inner.getExpression());
      default -> false;
    };
  }

  private static boolean isConstant(ExpressionTree tree) {
    return switch (tree) {
      case LiteralTree literal -> true;
      case BinaryTree both ->
          isConstant(both.getLeftOperand()) && isConstant(both.getRightOperand());
      case ParenthesizedTree inner -> isConstant(inner.getExpression());
      case IdentifierTree name -> CONSTANT.matcher(name.getName()).matches();
      case MemberSelectTree name -> CONSTANT.matcher(name.getIdentifier()).matches();
      default -> false;
    };
  }
}
