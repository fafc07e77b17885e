package uk.followmycase.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A template holds no word that people read or hear: those come from the wording files. */
final class TemplateRule {

  static final Path TEMPLATES = Path.of("src/main/jte");

  /** A language is called by its own name, whatever the page is written in. */
  private static final Set<String> LANGUAGES = Set.of("English", "Cymraeg");

  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>|__[\\w-]+");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\s(?:alt|title|aria-label|placeholder|data-i18n[\\w.-]*)=\"([^\"]*)\"");
  private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][^\\n]*\\p{L}{2}[^\\n]*");

  private TemplateRule() {}

  /** Where the template speaks for itself. */
  static List<String> broken(Path path, String template) {
    var text = TemplateText.of(template);
    var spoken = SPOKEN_ATTRIBUTE.matcher(text).results().map(found -> found.group(1));
    var between = ENTITY.matcher(TAG.matcher(text).replaceAll("\n")).replaceAll(" ");
    return Stream.concat(spoken, Stream.of(between))
        .flatMap(part -> WORD.matcher(part).results())
        .map(word -> word.group().strip())
        .filter(word -> !LANGUAGES.contains(word))
        .map(word -> path + " says: " + word)
        .toList();
  }
}
