package uk.followmycase.delivery.internal;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Tells failures before anything was said from those after which nobody knows. */
final class Unreached {

  private Unreached() {}

  /** Whether the provider's machine was certainly never told anything. */
  static boolean because(@Nullable Throwable failed) {
    for (var cause = failed; cause != null; cause = cause.getCause()) {
      if (certain(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean certain(Throwable cause) {
    return switch (cause) {
      case ConnectException refused -> true;
      case UnknownHostException unknown -> true;
      case NoRouteToHostException nowhere -> true;
      case SSLHandshakeException stranger -> true;
      // The JDK has one exception for two time-outs; only their texts differ.
      case SocketTimeoutException late -> "Connect timed out".equals(late.getMessage());
      default -> false;
    };
  }
}
