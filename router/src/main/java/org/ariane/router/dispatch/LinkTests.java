package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.CentrePost.Result;
import org.ariane.router.identity.Ulid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a signed `link.test` to every posted centre at [LinkPace], so that a dead link is known
/// before the next alarm needs it. Not stored, not repeated: the next test is the repeat.
public final class LinkTests implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkTests.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final CentrePost post;
  private final CentreLinks links;
  private final LinkPace pace;
  private final Ulid ulids;
  private final InstantSource clock;
  private final DispatchObserver observer;
  private final CountDownLatch closing = new CountDownLatch(1);

  public LinkTests(
      CentrePost post,
      CentreLinks links,
      LinkPace pace,
      Ulid ulids,
      InstantSource clock,
      DispatchObserver observer) {
    this.post = post;
    this.links = links;
    this.pace = pace;
    this.ulids = ulids;
    this.clock = clock;
    this.observer = observer;
  }

  public void start(Executor virtualThreads) {
    Instant started = clock.instant();
    links.posted().forEach(centre -> virtualThreads.execute(() -> watch(centre, started)));
  }

  private void watch(CentreId centre, Instant started) {
    try {
      Duration until = untilDue(centre, started);
      while (!closing.await(Math.max(1, until.toMillis()), TimeUnit.MILLISECONDS)) {
        if (!untilDue(centre, started).isPositive()) {
          test(centre);
        }
        until = untilDue(centre, started);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Something else may be sent meanwhile, so it is looked at again soon.
  private Duration untilDue(CentreId centre, Instant started) {
    Instant due = pace.due(started, links.link(centre));
    Duration until = Duration.between(clock.instant(), due);
    return until.compareTo(LOOK_EVERY) < 0 ? until : LOOK_EVERY;
  }

  void test(CentreId centre) {
    Instant began = clock.instant();
    String body =
        """
        {"type":"link.test","sequence":0,\
        "incident":{"id":"link-test","state":"closed","exercise":true},"at":"%s"}\
        """
            .formatted(began.truncatedTo(ChronoUnit.MILLIS));
    Result result = post.post(centre, DeliveryId.mint(ulids), body);
    Instant ended = clock.instant();
    switch (result) {
      case Result.Received() -> {
        if (links.isDown(centre)) {
          LOG.info("{} answers link tests again", centre);
        }
        links.received(centre, ended);
        observer.linkTested(centre, "received", Duration.between(began, ended));
      }
      case Result.Failed(String reason) -> {
        links.testFailed(centre, ended);
        observer.linkTested(centre, reason, Duration.between(began, ended));
        LOG.warn("the link to {} failed its test: {}", centre, reason);
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
