package uk.followmycase.delivery.internal;

/**
 * How many idle connections the JDK keeps to a provider's machine. Left to itself it keeps five:
 * whoever makes more calls at a time opens most connections anew, each with a handshake.
 */
final class KeptConnections {

  private static final String SETTING = "http.maxConnections";

  private KeptConnections() {}

  /** As many as calls are made at a time, unless the operator has said otherwise. */
  static void forCalls(int atOnce) {
    if (System.getProperty(SETTING) == null) {
      System.setProperty(SETTING, Integer.toString(atOnce));
    }
  }
}
