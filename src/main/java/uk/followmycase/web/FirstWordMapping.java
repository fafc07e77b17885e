package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks at those routes only whose path begins with the word that the request's begins with. The
 * framework tries every route for a path that holds a handle, so that a page would cost more with
 * each page that is added.
 */
class FirstWordMapping extends RequestMappingHandlerMapping {

  private static final int FIRST = 1;

  private final Map<RequestMappingInfo, Set<String>> words = new ConcurrentHashMap<>();

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    var firsts = words.computeIfAbsent(route, FirstWordMapping::words);
    return firsts.isEmpty() || firsts.contains(word(request))
        ? super.getMatchingMapping(route, request)
        : null;
  }

  /** Empty when one of its paths may begin with any word. */
  private static Set<String> words(RequestMappingInfo route) {
    var paths = route.getPathPatternsCondition();
    var firsts =
        paths == null
            ? Set.<String>of()
            : paths.getPatterns().stream().map(FirstWordMapping::word).collect(Collectors.toSet());
    return firsts.stream().anyMatch(word -> word.matches(".*[{*?].*")) ? Set.of() : firsts;
  }

  private static String word(PathPattern path) {
    var parts = path.getPatternString().split("/", -1);
    return parts.length > FIRST ? parts[FIRST] : "";
  }

  private static String word(HttpServletRequest request) {
    var path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements();
    return path.size() > FIRST && path.get(FIRST) instanceof PathSegment segment
        ? segment.valueToMatch()
        : "";
  }
}
