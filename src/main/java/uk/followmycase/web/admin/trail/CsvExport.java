package uk.followmycase.web.admin.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.TrailExports;
import uk.followmycase.audit.TrailExports.Export;
import uk.followmycase.audit.TrailLine;
import uk.followmycase.cases.CaseNames;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.Words;

/**
 * Writes lines of the trail as they are read, some hundred at a time, however many there are.
 * People and machines read the file: beside the codes as the trail keeps them stand the words for
 * them.
 */
@Component
class CsvExport {

  private static final List<String> COLUMNS =
      List.of(
          "at",
          "kind",
          "id",
          "name",
          "action",
          "words",
          "category",
          "recipient",
          "detail",
          "note",
          "cases");

  private final TrailExports exports;
  private final TrailNames names;
  private final ChosenLanguage language;
  private final Wording wording;
  private final Forces forces;

  CsvExport(
      TrailExports exports,
      TrailNames names,
      ChosenLanguage language,
      Wording wording,
      Forces forces) {
    this.exports = exports;
    this.names = names;
    this.language = language;
    this.wording = wording;
    this.forces = forces;
  }

  void write(StaffMember reader, Export export, HttpServletRequest request, OutputStream out)
      throws IOException {
    var words = new Words(language.of(request), wording, forces.current().settings().zone());
    out.write(
        Csv.row(COLUMNS.stream().map(name -> words.say("trail.column." + name))).getBytes(UTF_8));
    exports.lines(export, lines -> write(reader, lines, words, out));
  }

  private void write(StaffMember reader, List<TrailLine> lines, Words words, OutputStream out) {
    var called = names.of(reader, lines);
    var text =
        lines.stream()
            .map(line -> Csv.row(cells(line, called, words)))
            .collect(Collectors.joining());
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Stream<String> cells(TrailLine line, TrailNames.Names called, Words words) {
    return Stream.of(
        line.at().toString(),
        line.actor().kind().name(),
        line.actor().id(),
        called.officer(line.actor().id()).orElse(""),
        line.action().name(),
        TrailPage.said(words, line.action().name()),
        line.action().category().name(),
        Objects.toString(line.recipient(), ""),
        Objects.toString(line.detail(), ""),
        called.note(line).said(words),
        line.cases().stream()
            .map(called.cases()::get)
            .filter(Objects::nonNull)
            .map(CaseNames.Named::reference)
            .collect(Collectors.joining(" ")));
  }
}
