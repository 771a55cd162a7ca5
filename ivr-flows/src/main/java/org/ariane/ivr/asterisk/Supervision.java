package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the manager connection to one switch: logs in until the switch answers, hands events on in
/// order without ever holding up the thread that reads them, and compares notes with the switch now
/// and then.
final class Supervision implements AutoCloseable {
  /// So long may the manager connection say nothing before it counts as lost; comparing notes keeps
  /// it talking.
  static final Duration SILENT_FOR = Duration.ofSeconds(15);

  /// Until when the dialplan waits for another server instead of rescuing; seconds since 1970.
  static final Word CHANGING = new Word("ARIANE_CHANGING");

  private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
  private static final Duration COMPARE_EVERY = Duration.ofSeconds(4);

  /// A switch that lags is not asked for a second list before the first has come.
  private static final Duration LIST_WITHIN = Duration.ofSeconds(20);

  private static final Duration TRY_EVERY = Duration.ofMillis(500);

  private final SwitchId on;
  private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private Optional<SwitchNews> news = Optional.empty();
  private volatile boolean listing;
  private volatile boolean closed;

  Supervision(SwitchId on) {
    this.on = on;
  }

  /// Hands an event on to the one worker thread.
  void hand(ManagerEvent event) {
    work.add(() -> news.ifPresent(ear -> ear.on(event)));
    if (event instanceof CoreShowChannelsCompleteEvent) {
      listing = false;
    }
  }

  /// Who is told; once, before the start.
  void listen(SwitchNews ear) {
    news = Optional.of(ear);
  }

  /// Begins to connect, and tells the news.
  void start(Ami ami) {
    Thread.ofVirtual().name("telephony-events-" + on).start(this::work);
    Thread.ofVirtual().name("telephony-supervision-" + on).start(() -> supervise(ami));
  }

  private void work() {
    while (!closed) {
      try {
        work.take().run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("an event of the telephone switch {} was lost", on, e);
      }
    }
  }

  /// Lists devices too: an event that was missed while the connection was down is made up for.
  private void supervise(Ami ami) {
    boolean was = false;
    long asked = 0;
    while (!closed) {
      boolean up = ami.login();
      if (up) {
        if (!was) {
          ami.setGlobal(CHANGING, new Word("0"));
          listing = false;
        }
        ami.listDevices();
        if (!listing || System.nanoTime() - asked > LIST_WITHIN.toNanos()) {
          asked = System.nanoTime();
          listing = true;
          work.add(() -> news.ifPresent(SwitchNews::expectList));
          ami.listChannels();
        }
      }
      was = up;
      if (!rest(up ? COMPARE_EVERY : TRY_EVERY)) {
        return;
      }
    }
  }

  private static boolean rest(Duration duration) {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    work.add(() -> {});
  }
}
