package uk.followmycase.tenancy.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.followmycase.tenancy.Forces.Fault;

/** Reads the folders below {@code tenants/}. What cannot be read is a fault of that force alone. */
record TenantsFolder(Path path) {

  private static final String READ_ME = "README.md";
  private static final String SCHEMA = "schema";
  private static final int DEEPEST = 4;
  private static final int LARGEST = 1_000_000;

  /** The defaults, without which nothing can be laid over. */
  Folder defaults() {
    var folder = path.resolve(Folder.DEFAULT);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "There is no folder %s. Start in the product's folder, or set followmycase.tenants to the folder that holds _default and the forces"
              .formatted(folder.toAbsolutePath()));
    }
    return read(folder);
  }

  /** Every force's folder, by name. */
  List<Folder> forces() {
    try (var folders = Files.list(path)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !name(folder).startsWith(".") && !name(folder).startsWith("_"))
          .filter(folder -> !name(folder).equals(SCHEMA))
          .sorted()
          .map(TenantsFolder::read)
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(path + " cannot be read: check its permissions", unreadable);
    }
  }

  private static Folder read(Path folder) {
    var read = new Folder(name(folder), new TreeMap<>(), new ArrayList<>());
    try (var found = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      inside(folder, found).forEach(file -> read(folder, file, read));
    } catch (IOException | RuntimeException unreadable) {
      read.faults().add(unreadable(read, ""));
    }
    return read;
  }

  /** Editors' and volumes' own files start with a dot. */
  private static Stream<Path> inside(Path folder, Stream<Path> found) {
    return found
        .filter(Files::isRegularFile)
        .filter(file -> !name(file).equals(READ_ME))
        .filter(file -> Stream.of(segments(folder, file)).noneMatch(part -> part.startsWith(".")));
  }

  private static void read(Path folder, Path file, Folder into) {
    var name = String.join("/", segments(folder, file));
    try {
      if (Files.size(file) > LARGEST) {
        into.faults().add(fault(into, name, "is larger than 1 MB", "Only texts belong here"));
        return;
      }
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      into.files().put(name, text.toString());
    } catch (java.nio.charset.CharacterCodingException notUtf8) {
      into.faults().add(fault(into, name, "is not UTF-8", "Save it as UTF-8 text"));
    } catch (IOException unreadable) {
      into.faults().add(unreadable(into, name));
    }
  }

  private static Fault unreadable(Folder folder, String name) {
    return fault(folder, name, "cannot be read", "Check that it exists and its permissions");
  }

  private static Fault fault(Folder folder, String name, String message, String advice) {
    return new Fault(folder.slug(), folder.path(name), 0, message, advice);
  }

  private static String[] segments(Path folder, Path file) {
    return folder.relativize(file).toString().split("[/\\\\]");
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
