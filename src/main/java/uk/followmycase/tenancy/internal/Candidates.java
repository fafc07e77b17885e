package uk.followmycase.tenancy.internal;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Forces.Check;
import uk.followmycase.tenancy.Forces.Fault;

/** Examines every folder by itself, so that a broken force never stops another. */
@Component
final class Candidates {

  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final ULocale ENGLISH = ULocale.UK;
  private static final ULocale WELSH = new ULocale("cy", "GB");

  private final ForceSense sense;
  private final ObjectProvider<Check> checks;

  Candidates(ForceSense sense, ObjectProvider<Check> checks) {
    this.sense = sense;
    this.checks = checks;
  }

  /** The words that every force shares. */
  static Words words(Folder defaults) {
    return new Words(
        new Vocabulary(new WordingFiles(defaults, ENGLISH).texts(), null),
        new Vocabulary(new WordingFiles(defaults, WELSH).texts(), null));
  }

  List<Candidate> examine(List<Folder> folders, Folder defaults, Words words) {
    var under = new Under(defaults, words, new ForceFile(sense, defaults));
    return Neighbours.apart(folders.stream().map(folder -> examineAlone(folder, under)).toList());
  }

  /** What every force lies over. */
  private record Under(Folder files, Words words, ForceFile forceFile) {}

  private Candidate examineAlone(Folder folder, Under under) {
    try {
      return examine(folder, under);
    } catch (RuntimeException unforeseen) {
      LOG.error("The files of {} cannot be examined", folder.slug(), unforeseen);
      return Candidate.refused(
          folder.slug(),
          List.of(
              new Fault(
                  folder.slug(),
                  folder.slug(),
                  0,
                  "cannot be examined: " + unforeseen.getClass().getSimpleName(),
                  "Compare the files with those of an example force; the log says more")));
    }
  }

  private Candidate examine(Folder folder, Under under) {
    var faults = new ArrayList<>(folder.faults());
    layout(folder, under.files(), faults);
    var english = new WordingFiles(folder, ENGLISH);
    var welsh = new WordingFiles(folder, WELSH);
    wording(english, welsh, under.words(), faults);
    var reading = under.forceFile().read(folder);
    faults.addAll(reading.faults());
    if (reading.settings() == null) {
      return Candidate.refused(folder.slug(), faults);
    }
    var files = new LaidFiles(folder, under.files(), reading.settings());
    checks.orderedStream().forEach(check -> faults.addAll(check.check(files)));
    return faults.isEmpty()
        ? Candidate.fit(files, under.words().under(english.texts(), welsh.texts()))
        : Candidate.refused(folder.slug(), faults);
  }

  /** A file that lies over nothing is read by nobody: most likely its name is misspelt. */
  private static void layout(Folder folder, Folder defaults, List<Fault> faults) {
    if (!SLUG.matcher(folder.slug()).matches()) {
      var advice = "Name it with 2 to 40 lower-case letters, digits and hyphens, a letter first";
      faults.add(new Fault(folder.slug(), folder.slug(), 0, "is no name for a force", advice));
    }
    folder.files().keySet().stream()
        .filter(name -> !defaults.files().containsKey(name))
        .map(
            name ->
                new Fault(
                    folder.slug(),
                    folder.path(name),
                    0,
                    "lies over no file",
                    "Name it as a file of _default is named, or take it out"))
        .forEach(faults::add);
  }

  private static void wording(
      WordingFiles english, WordingFiles welsh, Words words, List<Fault> faults) {
    english.layOver(words.english());
    welsh.layOver(words.welsh());
    english.pairWith(welsh);
    welsh.pairWith(english);
    faults.addAll(english.faults());
    faults.addAll(welsh.faults());
  }
}
