package uk.followmycase.identity.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The part of a network address that one household or network has to itself. */
final class Places {

  private static final int V4_BYTES = 3;
  private static final int V6_BYTES = 6;

  /** Only what is an address already; a name would be looked up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

  private Places() {}

  static String prefix(String address) {
    var plain = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
    if (!LITERAL.matcher(plain).matches()) {
      return "unknown";
    }
    try {
      var bytes = InetAddress.getByName(plain).getAddress();
      var kept = Arrays.copyOf(bytes, bytes.length == 4 ? V4_BYTES : V6_BYTES);
      return HexFormat.of().formatHex(kept);
    } catch (UnknownHostException notAnAddress) {
      return "unknown";
    }
  }
}
