package org.ariane.router.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.CentrePost;
import org.ariane.router.dispatch.Samples;
import org.junit.jupiter.api.Test;

class MemoryPostTest {
  private static final int FLOOD = 300;

  @Test
  void floodWhileStoreAndCentreAreAwayMakesNoStormAndIsToldAfterwards() {
    AtomicBoolean well = new AtomicBoolean();
    AtomicInteger attempts = new AtomicInteger();
    Set<String> received = ConcurrentHashMap.newKeySet();
    CentreLinks links = new CentreLinks(Set.of(Samples.FIRST));
    CentrePost post =
        (centre, id, body) -> {
          attempts.incrementAndGet();
          if (well.get()) {
            received.add(id.value());
            return new CentrePost.Result.Received();
          }
          return new CentrePost.Result.Failed("refused");
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      MemoryPost memory =
          new MemoryPost(post, links, Samples.ULIDS, InstantSource.system(), threads);
      memory.tell(Samples.incident(Trigger.BUTTON));
      memory.tell(Samples.incident(Trigger.BUTTON));
      await().until(() -> !links.reaches(Samples.FIRST));
      for (int i = 2; i < FLOOD; i++) {
        memory.tell(Samples.incident(Trigger.BUTTON));
      }
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(4))
          .until(() -> attempts.get() < 20);
      well.set(true);
      await().atMost(Duration.ofSeconds(20)).until(() -> received.size() == FLOOD);
      assertThat(attempts.get()).isLessThan(FLOOD + 30);
    }
  }
}
