package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;

/** Reads Amazon's answers. Its words may quote what was sent: only its codes are looked at. */
final class AwsAnswers {

  private static final Set<String> ACCOUNT =
      Set.of(
          "AccountSuspendedException",
          "SendingPausedException",
          "MailFromDomainNotVerifiedException",
          "NotFoundException",
          "AuthorizationError",
          "AuthorizationErrorException");

  private static final Set<String> LIMIT =
      Set.of("LimitExceededException", "Throttled", "ThrottledException");

  /** What they say of a number or an address that nothing will ever reach. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?i)parameter: phone|opted out|illegal address|(local|domain) (part|name|contains)");

  private AwsAnswers() {}

  static Handover of(Supplier<Handover> call) {
    try {
      return call.get();
    } catch (AwsServiceException answered) {
      return answer(answered);
    } catch (SdkException unanswered) {
      return Unreached.because(unanswered)
          ? new Postponed("unreachable", Duration.ZERO)
          : new Unknown("no-answer");
    }
  }

  private static Handover answer(AwsServiceException said) {
    var details = said.awsErrorDetails();
    var code = details == null || details.errorCode() == null ? "" : details.errorCode();
    if (said.isThrottlingException() || LIMIT.contains(code)) {
      return new Postponed("throttled", RetryAfter.of(said));
    }
    if (ACCOUNT.contains(code) || unverified(said, code)) {
      return new Postponed("account", RetryAfter.REPAIR);
    }
    return status(said.statusCode(), String.valueOf(said.getMessage()), RetryAfter.of(said));
  }

  /** The sender's identity is not set up yet; that is nothing to hold against the notice. */
  private static boolean unverified(AwsServiceException said, String code) {
    return code.equals("MessageRejected") && String.valueOf(said.getMessage()).contains("verified");
  }

  private static Handover status(int status, String words, Duration after) {
    return switch (status) {
      case 401, 403 -> new Postponed("credentials", RetryAfter.REPAIR);
      case 408, 429, 503 -> new Postponed("unavailable", after);
      default ->
          status >= 500
              ? new Unknown(Unknown.FAILED)
              : new Refused("rejected-" + status, CONTACT.matcher(words).find());
    };
  }
}
