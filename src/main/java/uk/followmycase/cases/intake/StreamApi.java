package uk.followmycase.cases.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.followmycase.identity.MachineClients;
import uk.followmycase.tenancy.ForceBinding;

/** Many reports of a records system, one a line. */
@RestController
@RequestMapping("/api/v1")
class StreamApi implements StreamDocument {

  static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = LoggerFactory.getLogger(StreamApi.class);

  private final Limits limits;
  private final MachineClients clients;
  private final ReadLine reading;
  private final StoredChunk storing;
  private final WireJson json;
  private final IntakeSettings settings;

  StreamApi(
      Limits limits,
      MachineClients clients,
      ReadLine reading,
      StoredChunk storing,
      WireJson json,
      IntakeSettings settings) {
    this.limits = limits;
    this.clients = clients;
    this.reading = reading;
    this.storing = storing;
    this.json = json;
    this.settings = settings;
  }

  @Override
  @PostMapping("/stream")
  public void stream(
      HttpServletRequest request, HttpServletResponse response, Authentication caller) {
    Bodies.wants(MediaType.parseMediaType(NDJSON), request.getContentType());
    limits.stream(caller.getName(), () -> stream(caller.getName(), request, response));
  }

  private void stream(String client, HttpServletRequest request, HttpServletResponse response) {
    response.setContentType(NDJSON);
    try (var feed = new LineFeed(request.getInputStream(), reading, settings)) {
      var answers = response.getOutputStream();
      for (var chunk = feed.next(); !chunk.isEmpty(); chunk = feed.next()) {
        if (!answer(client, chunk, answers)) {
          return;
        }
        feed.done(chunk);
      }
    } catch (IOException cut) {
      LOG.info("A stream was cut off; what was answered is stored");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stores a chunk, then answers its lines; false when the stream ends here. */
  private boolean answer(String client, List<Line> chunk, OutputStream answers) throws IOException {
    if (!clients.forceOf(client).equals(Optional.of(ForceBinding.current()))) {
      var off = Problem.CLIENT_OFF.body(List.of());
      write(chunk.stream().map(l -> AnswerBody.refused(l.number(), off)).toList(), answers);
      return false;
    }
    var stored = storing.store(client, chunk);
    write(stored.answers().values(), answers);
    return stored.possible().get();
  }

  /** A client that does not read is cut off by the container's time limit for a write. */
  private void write(Collection<AnswerBody> bodies, OutputStream answers) throws IOException {
    for (var body : bodies) {
      answers.write(json.bytes(body));
      answers.write('\n');
    }
    answers.flush();
  }
}
