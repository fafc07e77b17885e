package uk.followmycase.support;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a process writes, line by line, for whoever waits for a line. */
final class ProcessOutput {

  private final StringBuilder text = new StringBuilder();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private boolean ended;

  ProcessOutput(Process process) {
    Thread.ofPlatform().daemon().start(() -> read(process));
  }

  /** On a thread of its own: reading a pipe would hold one of the few that carry virtual ones. */
  private void read(Process process) {
    try {
      process.inputReader().lines().forEach(this::append);
    } catch (UncheckedIOException killed) {
      // It says no more.
    } finally {
      end();
    }
  }

  String text() {
    lock.lock();
    try {
      return text.toString();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a line holds the part. */
  void await(String part, Duration within) {
    lock.lock();
    try {
      var left = within.toNanos();
      while (text.indexOf(part) < 0) {
        if (ended || left <= 0) {
          throw new IllegalStateException("No \"" + part + "\" in:\n" + text);
        }
        left = written.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      lock.unlock();
    }
  }

  private void append(String line) {
    lock.lock();
    try {
      text.append(line).append('\n');
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
