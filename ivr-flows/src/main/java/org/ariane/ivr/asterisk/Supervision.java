package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

  private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
  private static final Duration COMPARE_EVERY = Duration.ofSeconds(5);
  private static final Duration TRY_EVERY = Duration.ofMillis(500);

  private final SwitchId on;
  private final SwitchNews news;
  private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  Supervision(SwitchId on, SwitchNews news) {
    this.on = on;
    this.news = news;
  }

  /// Hands an event to the news on the one worker thread.
  void hand(ManagerEvent event) {
    work.add(() -> news.on(event));
  }

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
    while (!closed) {
      boolean up = ami.connected() || ami.login();
      if (up) {
        ami.listDevices();
        work.add(news::expectList);
        ami.listChannels();
      }
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
