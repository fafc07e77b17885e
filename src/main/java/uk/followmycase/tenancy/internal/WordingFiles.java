package uk.followmycase.tenancy.internal;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Forces.Fault;

/** Reads the texts of one language out of a folder's {@code wording} files. */
final class WordingFiles {

  private static final String PLACE = "wording/";

  /** Sentences that a force may add to: reasons for an outcome type, numbered. */
  private static final Pattern ADDED = Pattern.compile("(reason\\.outcome-\\w{1,3}-)\\d{1,2}");

  private final Folder folder;
  private final ULocale language;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Text> texts = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  WordingFiles(Folder folder, ULocale language) {
    this.folder = folder;
    this.language = language;
    var ending = "_" + language.getLanguage() + ".properties";
    folder.files().keySet().stream()
        .filter(name -> name.startsWith(PLACE) && name.endsWith(ending))
        .forEach(this::read);
  }

  Map<String, Text> texts() {
    return Map.copyOf(texts);
  }

  List<Fault> faults() {
    return faults;
  }

  /**
   * A text may be laid over one that stands, and may use the places that it uses. A reason may be
   * added for an outcome type that has one.
   */
  void layOver(Vocabulary defaults) {
    texts.forEach(
        (key, text) -> {
          var under = defaults.find(over(key));
          if (under == null) {
            fault(key, "lies over no text", "Check its spelling against _default/wording");
          } else if (!under.places().containsAll(text.places())) {
            fault(key, "uses places that are not filled", "Use only " + under.places());
          }
        });
  }

  private static String over(String key) {
    var added = ADDED.matcher(key);
    return added.matches() ? added.group(1) + 1 : key;
  }

  /** People read either language: what is said in one is said in the other. */
  void pairWith(WordingFiles other) {
    texts.keySet().stream()
        .filter(key -> !other.texts.containsKey(key))
        .forEach(
            key ->
                fault(
                    key,
                    "is missing in " + other.language.getLanguage(),
                    "Write it in both languages"));
  }

  private void read(String file) {
    var properties = new Once(file);
    try {
      properties.load(new StringReader(folder.files().getOrDefault(file, "")));
    } catch (IOException | IllegalArgumentException broken) {
      var advice = "Look for a backslash; \\u wants four digits after it";
      faults.add(new Fault(folder.slug(), folder.path(file), 0, "cannot be read", advice));
    }
  }

  private void add(String file, String key, String message) {
    if (files.putIfAbsent(key, file) != null) {
      fault(key, "stands twice", "Take one of the two out");
      return;
    }
    try {
      texts.put(key, Text.of(message, language));
    } catch (IllegalArgumentException broken) {
      fault(key, "is no ICU message: " + broken.getMessage(), "Look at its braces and apostrophes");
    }
  }

  private void fault(String key, String message, String advice) {
    var file = files.getOrDefault(key, "");
    faults.add(
        new Fault(folder.slug(), folder.path(file), line(file, key), key + " " + message, advice));
  }

  private int line(String file, String key) {
    var start = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=:\\s].*");
    var lines = folder.files().getOrDefault(file, "").lines().toList();
    for (var i = 0; i < lines.size(); i++) {
      if (start.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Tells each entry on, where plain properties would drop the first of two. */
  private final class Once extends Properties {

    private final String file;

    private Once(String file) {
      this.file = file;
    }

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      add(file, (String) key, (String) value);
      return null;
    }
  }
}
