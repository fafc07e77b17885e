package uk.followmycase.web.officer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;
import uk.followmycase.tenancy.keys.Handle;

/** A page of the desk as the running product lists it. */
record MatrixPage(String method, String path, Act act) {

  private static final String WHY = "So that the matrix says why it is there.";

  /** Forms of tasks are of a version that nobody has seen: so they change nothing. */
  private static final Map<String, String> OF_TASKS =
      Map.of(
          "version", "0",
          "role", "officer",
          "answer", "told-by-telephone",
          "decision", "refuse",
          "seen", "nothing",
          "note", WHY,
          "second-note", WHY);

  private static final Map<String, Map<String, String>> OF_CASES =
      Map.of(
          "caller", Map.of("check", "document"),
          "suspend", Map.of("seen", "nothing", "suspend-why", WHY),
          "withdraw", Map.of("seen", "nothing", "withdraw-why", WHY),
          "glass", Map.of("reason", WHY),
          "timeline", Map.of("kind", "general", "text", WHY),
          "correct", Map.of("text", WHY),
          "plan", Map.of("seen", "nothing", "note", WHY, "channel-email", "yes"),
          "code", Map.of("as", "read-out"),
          "new-code", Map.of("as", "read-out"),
          "representatives",
              Map.of(
                  "name", "Some Representative",
                  "kind", "lawyer",
                  "phone", "07700 909711",
                  "sees", "progress",
                  "months", "3",
                  "agreed", "yes"));

  /** All of them; those that tie somebody to a case who was not tied to it come last. */
  static List<MatrixPage> all(ApplicationContext product) {
    return product.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(
            entry -> {
              var page = entry.getValue().getMethodAnnotation(For.class);
              return page == null
                  ? Stream.<MatrixPage>of()
                  : entry.getKey().getPatternValues().stream()
                      .flatMap(
                          path ->
                              entry.getKey().getMethodsCondition().getMethods().stream()
                                  .flatMap(MatrixPage::methods)
                                  .map(method -> new MatrixPage(method, path, page.value())));
            })
        .sorted(
            Comparator.comparing(MatrixPage::ties)
                .thenComparing(MatrixPage::path)
                .thenComparing(MatrixPage::method))
        .toList();
  }

  private static Stream<String> methods(RequestMethod method) {
    return method == RequestMethod.GET ? Stream.of("GET", "HEAD") : Stream.of(method.name());
  }

  private boolean ties() {
    return isForm() && (path.endsWith("/caller") || path.endsWith("/glass"));
  }

  /** Who waits for a decision is told nothing: nobody of that case can be the caller. */
  boolean recordsCaller() {
    return isForm() && path.endsWith("/caller");
  }

  boolean isForm() {
    return method.equals("POST");
  }

  boolean hasTask() {
    return path.contains("{task}");
  }

  boolean hasCase() {
    return hasTask() || (act.aboutCase() && path.contains("{handle}"));
  }

  /** Whether it names a part of a case. */
  boolean hasPart() {
    return path.contains("{person}") || path.contains("{line}");
  }

  /** What one must be allowed to do to the case: whoever sees a case may see to its tasks. */
  Act needed() {
    return act.aboutCase() ? act : Act.SEE_FILE;
  }

  /** Asks for it; a form about a case is sent whole, so that nothing but a right can refuse it. */
  Browser.Page ask(Crew.Hand hand, MatrixAddress address) {
    var browser = hand.browser();
    if (!isForm()) {
      return browser.ask(method, hand.desk(), address.of(path));
    }
    var form = Form.on(browser.get(hand.desk(), "/desk/you"), "/sign-out");
    var fields = new HashMap<>(form.hidden());
    fields.putAll(filledIn(address));
    return browser.post(hand.desk(), address.of(path), fields);
  }

  private Map<String, String> filledIn(MatrixAddress address) {
    if (!hasCase()) {
      return Map.of();
    }
    var end = path.substring(path.lastIndexOf('/') + 1);
    var fields = new HashMap<>(hasTask() ? OF_TASKS : OF_CASES.getOrDefault(end, Map.of()));
    fields.put("once", Handle.random().toString());
    if (end.equals("caller")) {
      fields.put("person", address.person());
    }
    return fields;
  }
}
