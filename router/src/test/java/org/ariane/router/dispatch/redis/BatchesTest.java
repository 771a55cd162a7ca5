package org.ariane.router.dispatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.ariane.router.dispatch.Shortage;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<List<List<String>>> sent = new ArrayList<>();
  private final List<CompletableFuture<List<Boolean>>> answers = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Batches<Boolean> commits = of(new Batches.Limits(4, 1_000, 1, 100));

  private Batches<Boolean> of(Batches.Limits limits) {
    return new Batches<>(
        limits,
        batch -> {
          sent.add(batch);
          answers.add(new CompletableFuture<>());
          return answers.getLast();
        },
        nanos::get);
  }

  private CompletableFuture<Boolean> add(String word) {
    return commits.add(List.of(word));
  }

  @Test
  void whoComesAloneGoesAtOnceAndThoseWhoComeMeanwhileGoTogether() {
    CompletableFuture<Boolean> first = add("1");
    CompletableFuture<Boolean> second = add("2");
    CompletableFuture<Boolean> third = add("3");
    assertThat(sent).hasSize(1);
    assertThat(first).isNotDone();
    answers.get(0).complete(List.of(true));
    assertThat(first).isCompletedWithValue(true);
    assertThat(second).isNotDone();
    assertThat(sent.get(1)).containsExactly(List.of("2"), List.of("3"));
    answers.get(1).complete(List.of(false, true));
    assertThat(second).isCompletedWithValue(false);
    assertThat(third).isCompletedWithValue(true);
  }

  @Test
  void batchIsBoundedInCommitsAndInBytesButTakesAnOversizedOneAlone() {
    var _ = add("first");
    for (int i = 0; i < 6; i++) {
      var _ = add("" + i);
    }
    answers.get(0).complete(List.of(true));
    assertThat(sent.get(1)).hasSize(4);
    answers.get(1).complete(Collections.nCopies(4, true));
    assertThat(sent.get(2)).hasSize(2);

    Batches<Boolean> narrow = of(new Batches.Limits(4, 3, 1, 100));
    int before = sent.size();
    var _ = narrow.add(List.of("first"));
    var _ = narrow.add(List.of("four"));
    var _ = narrow.add(List.of("2"));
    answers.getLast().complete(List.of(true));
    assertThat(sent.get(before + 1)).containsExactly(List.of("four"));
  }

  @Test
  void batchThatFailsFailsForEachOfItsCommitsAndForNoOther() {
    CompletableFuture<Boolean> first = add("1");
    CompletableFuture<Boolean> second = add("2");
    answers.get(0).completeExceptionally(new IllegalStateException("connection lost"));
    assertThat(first).isCompletedExceptionally();
    assertThat(second).isNotDone();
    answers.get(1).complete(List.of(true));
    assertThat(second).isCompletedWithValue(true);
  }

  @Test
  void missingVerdictIsAFailureNeverASuccess() {
    CompletableFuture<Boolean> first = add("1");
    answers.get(0).complete(List.of());
    assertThat(first).isCompletedExceptionally();
  }

  @Test
  void moreThanMayWaitIsRefusedAndSaidBeforeThat() {
    var _ = add("under way");
    var _ = add("x".repeat(80));
    assertThat(commits.shortage()).isEmpty();
    var _ = add("x".repeat(15));
    assertThat(commits.shortage()).contains(Shortage.QUEUE);
    assertThatThrownBy(() -> add("x".repeat(20))).isInstanceOf(RejectedExecutionException.class);
    answers.get(0).complete(List.of(true));
    assertThat(commits.queuedBytes()).isZero();
    assertThat(commits.shortage()).isEmpty();
  }

  @Test
  void queueThatGrowsFastIsAShortageBeforeItIsFull() {
    var _ = add("under way");
    var _ = add("x".repeat(40));
    nanos.addAndGet(SECOND);
    assertThat(commits.shortage()).contains(Shortage.QUEUE_GROWTH);
    nanos.addAndGet(SECOND);
    assertThat(commits.shortage()).isEmpty();
  }
}
