package uk.followmycase.identity;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * A code that a force hands over itself, in person or by telephone. It proves a strict invitation,
 * and later is the second factor of that account. Twelve characters out of sixteen that neither
 * look nor sound alike: 48 random bits, behind five tries and a slow digest.
 */
public final class ForceCode {

  private static final String ALPHABET = "234679FHKLMPRWXY";
  private static final int LENGTH = 12;
  private static final Pattern NOISE = Pattern.compile("[^A-Z0-9]");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PasswordEncoder SLOW =
      Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("force-code-", 0).factory());

  private final String characters;

  private ForceCode(String characters) {
    this.characters = characters;
  }

  /** A fresh code. */
  public static ForceCode fresh() {
    var characters = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++) {
      characters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new ForceCode(characters.toString());
  }

  /** Whether somebody typed the code, however they spaced it or wrote its letters. Slow. */
  public static boolean matches(String typed, String encoded) {
    if (typed.length() > 4 * LENGTH) {
      return false;
    }
    var plain = NOISE.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
    return slowly(() -> SLOW.matches(plain, encoded));
  }

  /** Salted slow digest: all that is ever stored. Slow. */
  public String encoded() {
    return slowly(() -> Objects.requireNonNull(SLOW.encode(characters)));
  }

  /** On threads of the system's own: a virtual one would not let go of its core meanwhile. */
  private static <T> T slowly(Callable<T> work) {
    try {
      return WORKERS.submit(work).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a code was digested", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A code cannot be digested", failed);
    }
  }

  /** As it is handed over, once: {@code K4WM-7XRP-93HL}. */
  public String spoken() {
    return characters.substring(0, 4)
        + "-"
        + characters.substring(4, 8)
        + "-"
        + characters.substring(8);
  }

  @Override
  public String toString() {
    return "force code";
  }
}
