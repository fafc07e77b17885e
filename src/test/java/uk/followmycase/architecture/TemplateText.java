package uk.followmycase.architecture;

import java.util.Set;
import java.util.regex.Pattern;

/** What a page's template says by itself, once expressions and directives are taken out. */
final class TemplateText {

  private static final Set<String> WHOLE_LINES = Set.of("import", "param");
  private static final Pattern DIRECTIVE = Pattern.compile("@(\\w[\\w.]*)");
  private static final Pattern EXPRESSION = Pattern.compile("(?:\\$unsafe|\\$|!)\\{");

  private final String template;
  private final StringBuilder said = new StringBuilder();
  private int at;

  private TemplateText(String template) {
    this.template = template;
  }

  static String of(String template) {
    var text = new TemplateText(template.replaceAll("(?s)<%--.*?--%>", ""));
    while (text.at < text.template.length()) {
      text.step();
    }
    return text.said.toString();
  }

  private void step() {
    var directive = DIRECTIVE.matcher(template).region(at, template.length());
    var expression = EXPRESSION.matcher(template).region(at, template.length());
    if (directive.lookingAt()) {
      at = directive.end();
      skipDirective(directive.group(1));
    } else if (expression.lookingAt()) {
      at = expression.end();
      skipCode('{', '}');
    } else if (template.startsWith("@`", at)) {
      at += 2;
    } else {
      said.append(template.charAt(at) == '`' ? ' ' : template.charAt(at));
      at++;
    }
  }

  private void skipDirective(String name) {
    if (WHOLE_LINES.contains(name)) {
      var end = template.indexOf('\n', at);
      at = end < 0 ? template.length() : end;
    } else if (at < template.length() && template.charAt(at) == '(') {
      at++;
      skipCode('(', ')');
    }
  }

  /** Java up to its closing bracket; a block of template inside it speaks for itself. */
  private void skipCode(char open, char close) {
    for (var depth = 1; depth > 0 && at < template.length(); ) {
      if (template.startsWith("@`", at)) {
        at += 2;
        sayBlock();
      } else if (template.charAt(at) == '"') {
        skipString();
      } else {
        depth += template.charAt(at) == open ? 1 : template.charAt(at) == close ? -1 : 0;
        at++;
      }
    }
  }

  private void sayBlock() {
    while (at < template.length() && template.charAt(at) != '`') {
      step();
    }
    at++;
    said.append(' ');
  }

  private void skipString() {
    at++;
    while (at < template.length() && template.charAt(at) != '"') {
      at += template.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }
}
