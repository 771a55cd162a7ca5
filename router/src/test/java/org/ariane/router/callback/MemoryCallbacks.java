package org.ariane.router.callback;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;

/// [CallbackStore] in memory, where no time passes.
final class MemoryCallbacks implements CallbackStore {
  private final Map<CallbackId, Callback> all = new LinkedHashMap<>();
  private final Map<CallbackId, PrincipalId> claims = new LinkedHashMap<>();

  @Override
  public void put(Callback callback) {
    all.values().removeIf(old -> old.contact().number().equals(callback.contact().number()));
    all.put(callback.id(), callback);
  }

  @Override
  public boolean replace(Callback callback) {
    return all.replace(callback.id(), callback) != null;
  }

  @Override
  public Optional<Callback> find(CallbackId id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<Callback> of(PhoneNumber number) {
    return all.values().stream()
        .filter(known -> known.contact().number().equals(number))
        .findFirst();
  }

  @Override
  public List<Callback> all() {
    return List.copyOf(all.values());
  }

  @Override
  public Optional<Callback> take(CallbackId id) {
    return Optional.ofNullable(all.remove(id));
  }

  @Override
  public boolean claim(CallbackId id, PrincipalId operator, Duration within) {
    return claims.computeIfAbsent(id, free -> operator).equals(operator);
  }

  @Override
  public boolean claimedBy(CallbackId id, PrincipalId operator) {
    return operator.equals(claims.get(id));
  }

  @Override
  public void release(CallbackId id) {
    claims.remove(id);
  }
}
