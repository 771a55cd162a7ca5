package org.ariane.router.dispatch.webhook;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/// The answer's body, of which nothing is kept: the status says it all. Read a little, so that the
/// connection can be used again, then cut off.
final class DiscardedBody implements BodySubscriber<Boolean> {
  private static final int MOST_BYTES = 64 * 1024;
  private static final long MOST_SECONDS = 2;

  private long bytes;

  @Override
  public CompletionStage<Boolean> getBody() {
    return CompletableFuture.completedStage(true);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    cancel = subscription::cancel;
    CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(cancel);
    subscription.request(Long.MAX_VALUE);
  }

  private Runnable cancel = () -> {};

  @Override
  public void onNext(List<ByteBuffer> items) {
    for (ByteBuffer item : items) {
      bytes += item.remaining();
    }
    if (bytes > MOST_BYTES) {
      cancel.run();
    }
  }

  @Override
  public void onError(Throwable throwable) {
    // The status was read; a body that breaks off changes nothing.
  }

  @Override
  public void onComplete() {
    // Nothing was kept.
  }
}
