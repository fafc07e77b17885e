package uk.followmycase.web.victim.message;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Helps somebody who got a message.
 *
 * @param address with which every link of the force begins
 * @param phone of the force
 * @param remaining until somebody may try again; null when they may at once
 * @param faults keys of words by field
 */
record MessagePage(
    String address, String phone, @Nullable Duration remaining, Map<String, String> faults) {

  static MessagePage of(String address, String phone) {
    return new MessagePage(address + "/", phone, null, Map.of());
  }

  MessagePage failed(String fault) {
    return new MessagePage(address, phone, null, Map.of("code", fault));
  }

  MessagePage after(Duration time) {
    return new MessagePage(address, phone, time, faults);
  }
}
