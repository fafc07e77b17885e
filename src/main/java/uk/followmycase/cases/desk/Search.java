package uk.followmycase.cases.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.Handle;

/**
 * What was found, within the rights of whoever asked.
 *
 * @param readable whether what was typed can be such a thing at all
 * @param more whether there may be more than these
 */
public record Search(boolean readable, List<Hit> hits, boolean more) {

  /** By what a case can be found; always exactly. */
  public enum By {
    REFERENCE,
    PHONE,
    EMAIL,
    NAME
  }

  /** A case that was found. */
  public sealed interface Hit {

    Handle handle();

    /** One that may be seen. */
    record Open(
        Handle handle,
        String reference,
        @Nullable String offence,
        Stage stage,
        List<String> victims)
        implements Hit {}

    /**
     * One that may be seen only after saying why.
     *
     * @param way the act that opens it
     * @param reported the day it was reported: all that is told of it
     */
    record Closed(Handle handle, Act way, @Nullable LocalDate reported) implements Hit {}
  }
}
