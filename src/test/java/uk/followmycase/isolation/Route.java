package uk.followmycase.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Something the product can be asked for.
 *
 * @param fields of its form
 */
record Route(String method, String path, List<String> fields) {

  /** The lines of {@code routes.txt}. */
  static List<Route> all() {
    try (var file = Route.class.getResourceAsStream("routes.txt")) {
      if (file == null) {
        throw new IllegalStateException("routes.txt is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Route::of)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Route of(String line) {
    var words = List.of(line.strip().split("\\s+"));
    return new Route(words.get(0), words.get(1), words.subList(2, words.size()));
  }

  /** What the running product lists itself, as {@code METHOD path}. */
  static Set<String> mapped(ApplicationContext product) {
    var requests =
        product.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .flatMap(Route::names);
    var files =
        product.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
            .map(mapping -> mapping.getHandlerMap().keySet())
            .flatMap(Collection::stream)
            .map(path -> "GET " + path);
    return new TreeSet<>(Stream.concat(requests, files).toList());
  }

  private static Stream<String> names(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    var asked = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    return mapping.getPatternValues().stream()
        .flatMap(path -> asked.stream().map(method -> method + " " + path));
  }

  boolean isRead() {
    return method.equals("GET");
  }

  boolean isOfApi() {
    return path.startsWith("/api/v");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
