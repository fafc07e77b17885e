package uk.followmycase.cases.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.Report;

/**
 * Stores a chunk in one transaction. Where the database refuses it, halves are tried, each case
 * whole in one of them, until only the line at fault fails.
 */
@Component
class StoredChunk {

  private static final Logger LOG = LoggerFactory.getLogger(StoredChunk.class);

  private final CaseFiles files;

  StoredChunk(CaseFiles files) {
    this.files = files;
  }

  /** Stores the right lines of a chunk, and answers every line in their order. */
  Stored store(String client, List<Line> chunk) {
    var stored = new Stored(new TreeMap<>(), new AtomicBoolean(true));
    var right = new ArrayList<Line>();
    for (var line : chunk) {
      if (line.problem() == null) {
        right.add(line);
      } else {
        stored.refuse(line, line.problem());
      }
    }
    if (!right.isEmpty()) {
      store(client, right, stored);
    }
    return stored;
  }

  private void store(String client, List<Line> lines, Stored stored) {
    try {
      var answers = files.receive(client, lines.stream().map(StoredChunk::report).toList());
      for (var at = 0; at < lines.size(); at++) {
        stored.answer(lines.get(at), answers.get(at));
      }
    } catch (DataAccessResourceFailureException
        | TransientDataAccessException
        | TransactionException unavailable) {
      LOG.warn("A stream found the database busy", Quiet.of(unavailable));
      stored.possible().set(false);
      lines.forEach(line -> stored.refuse(line, Problem.UNAVAILABLE.body(List.of())));
    } catch (DataAccessException refused) {
      LOG.warn("The database refused a chunk of {}", lines.size(), Quiet.of(refused));
      apart(client, lines, stored);
    }
  }

  private void apart(String client, List<Line> lines, Stored stored) {
    if (lines.size() == 1) {
      stored.refuse(lines.getFirst(), Problem.UNSTORABLE.body(List.of()));
      return;
    }
    for (var part : parts(lines)) {
      store(client, part, stored);
    }
  }

  /** Two halves of the cases; of a single case, each line. */
  private static List<List<Line>> parts(List<Line> lines) {
    var cases = new LinkedHashMap<String, List<Line>>();
    lines.forEach(
        line ->
            cases
                .computeIfAbsent(report(line).reference().normalised(), key -> new ArrayList<>())
                .add(line));
    if (cases.size() == 1) {
      return lines.stream().map(List::of).toList();
    }
    var half = cases.size() / 2;
    var groups = List.copyOf(cases.values());
    return List.of(
        groups.subList(0, half).stream().flatMap(List::stream).toList(),
        groups.subList(half, groups.size()).stream().flatMap(List::stream).toList());
  }

  private static Report report(Line line) {
    return Objects.requireNonNull(line.report());
  }

  /**
   * What became of a chunk.
   *
   * @param answers by line
   * @param possible whether anything can be stored just now
   */
  record Stored(SortedMap<Long, AnswerBody> answers, AtomicBoolean possible) {

    private void answer(Line line, Answer answer) {
      switch (answer) {
        case Answer.Held held ->
            answers.put(line.number(), AnswerBody.held(line.number(), held, line.notes()));
        case Answer.Refused refused -> refuse(line, Conflicts.body(refused, line.place()));
      }
    }

    private void refuse(Line line, ProblemBody problem) {
      answers.put(line.number(), AnswerBody.refused(line.number(), problem));
    }
  }
}
