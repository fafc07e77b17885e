package uk.followmycase.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The case files of the bound force, as records systems tell and ask about them. */
public interface CaseFiles {

  /**
   * Stores reports in one transaction, each case's in the order of their versions, and judges
   * everybody concerned. All or nothing.
   *
   * @param client the records system
   * @return one answer for each report, in their order
   */
  List<Answer> receive(String client, List<? extends Report> reports);

  /**
   * Stores one report at most once for a key that the records system chose, and gives the same
   * answer again for thirty days.
   *
   * @param wording of the answer, kept sealed as it is given
   */
  Once receiveOnce(Call call, Report report, Function<Answer, byte[]> wording);

  /** What is held of a case: a disclosure to the records system, kept in the trail. */
  Optional<Held> held(String client, CaseReference reference);

  /** When the force's records systems were last heard. */
  Feed feed();

  /**
   * A call that may come again.
   *
   * @param client the records system
   * @param key that it chose
   * @param body digest of what it sent
   */
  record Call(String client, String key, byte[] body) {}

  /** What became of a call that may come again. */
  sealed interface Once {

    /** It has had its effect, now or before. */
    record Done(byte[] answer) implements Once {}

    /** It had none. */
    record Refused(Answer.Refused answer) implements Once {}

    /** The first one still runs. */
    record InFlight() implements Once {}

    /** The key was used for something else. */
    record KeyReused() implements Once {}
  }

  /**
   * A case as it is held. Suspects and other parties are not: nothing is held of them.
   *
   * @param reference as the records system writes it
   * @param receivedAt when we were last told about the case
   * @param state null while only updates have come
   * @param withdrawn ids are not known any more; only how many
   */
  record Held(
      String reference,
      long version,
      Instant receivedAt,
      @Nullable CaseState state,
      List<HeldPerson> people,
      List<Report.Update> updates,
      int withdrawn) {}

  /** Somebody on a case, and how they were judged. */
  record HeldPerson(Report.Person person, Answer.Judged judged) {}

  /**
   * How fresh our knowledge is.
   *
   * @param lastReceived null when nothing ever came
   * @param silent whether that is longer ago than the force promised
   */
  record Feed(@Nullable Instant lastReceived, boolean silent) {}
}
