package uk.followmycase.cases.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.CaseFiles;

/** How fresh our knowledge is, on the wire. */
@Schema(name = "Feed", description = "When the force's records systems were last heard.")
record FeedBody(
    @Schema(format = "date-time", description = "Null when nothing ever came")
        @Nullable String lastReceivedAt,
    @Schema(description = "Whether that is longer ago than the force promised") boolean silent,
    @Schema(example = "129600") long silentAfterSeconds) {

  static FeedBody of(CaseFiles.Feed feed, Duration promised) {
    var last = feed.lastReceived();
    return new FeedBody(last == null ? null : last.toString(), feed.silent(), promised.toSeconds());
  }
}
