package followmycase.platform;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * Where the embedded database lives. One process uses it at a time, which the operating system sees
 * to even when that process is killed. A mark stands beside the database while it is being made: a
 * database that was never finished holds nothing and is made anew.
 */
final class DataFolder implements Closeable {

  private final Path home;
  private final FileChannel lock;

  private DataFolder(Path home, FileChannel lock) {
    this.home = home;
    this.lock = lock;
  }

  /** Takes the folder for this process. */
  static DataFolder take(Path folder) throws IOException {
    var home = Files.createDirectories(folder).toRealPath();
    var lock =
        FileChannel.open(
            home.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!taken(lock)) {
      lock.close();
      throw new CannotStart(
          "Another Follow My Case is running on the data folder " + home,
          "Stop it, or start this one with --followmycase.data=<another folder>.");
    }
    return new DataFolder(home, lock);
  }

  private static boolean taken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  Path database() {
    return home.resolve("postgres");
  }

  /** The folder of PostgreSQL's own program files. */
  Path program() {
    return home.resolve("postgres-program");
  }

  /** Where PostgreSQL writes what it has to say. */
  Redirect log() {
    return Redirect.appendTo(home.resolve("postgres.log").toFile());
  }

  /** Removes what a start that was cut short left, and says whether a database is to be made. */
  boolean clear() throws IOException {
    if (Files.exists(mark())) {
      FileSystemUtils.deleteRecursively(database());
    }
    Files.deleteIfExists(database().resolve("postmaster.pid"));
    return Files.notExists(database().resolve("PG_VERSION"));
  }

  void making() throws IOException {
    Files.writeString(mark(), "The database beside this file is being made for the first time.\n");
  }

  void made() throws IOException {
    Files.delete(mark());
  }

  private Path mark() {
    return home.resolve("postgres.unfinished");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
