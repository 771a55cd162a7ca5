package org.ariane.router.assignment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs tasks of the same key one after the other, those of different keys side by side.
final class Lanes {
  private final Executor executor;
  private final Consumer<RuntimeException> faults;
  private final Map<Object, Deque<Runnable>> lanes = new HashMap<>();

  Lanes(Executor executor, Consumer<RuntimeException> faults) {
    this.executor = executor;
    this.faults = faults;
  }

  void run(Object key, Runnable task) {
    synchronized (lanes) {
      Deque<Runnable> lane = lanes.computeIfAbsent(key, fresh -> new ArrayDeque<>());
      lane.addLast(task);
      if (lane.size() > 1) {
        return;
      }
    }
    executor.execute(() -> drain(key, task));
  }

  private void drain(Object key, Runnable first) {
    Runnable task = first;
    while (true) {
      try {
        task.run();
      } catch (RuntimeException e) {
        faults.accept(e);
      }
      synchronized (lanes) {
        Deque<Runnable> lane = lanes.getOrDefault(key, new ArrayDeque<>());
        lane.pollFirst();
        if (lane.isEmpty()) {
          lanes.remove(key);
          return;
        }
        task = lane.getFirst();
      }
    }
  }
}
