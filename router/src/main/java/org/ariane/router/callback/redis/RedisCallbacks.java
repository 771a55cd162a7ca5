package org.ariane.router.callback.redis;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.Callback;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackStore;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.secrecy.Sealing;
import org.ariane.router.secrecy.redis.PhoneShelf;

/// [CallbackStore] in Redis.
public final class RedisCallbacks implements CallbackStore {
  private final PhoneShelf shelf;

  public RedisCallbacks(AlarmRedis redis, IndexKeys names, Sealing sealing, InstantSource clock) {
    shelf = new PhoneShelf("callback", redis, names, sealing, clock);
  }

  @Override
  public void put(Callback callback) {
    shelf.put(
        new PhoneShelf.Filed(
            callback.id().value(),
            callback.contact().number(),
            StoredCallback.write(callback),
            callback.until()));
  }

  @Override
  public boolean replace(Callback callback) {
    return shelf.replace(callback.id().value(), StoredCallback.write(callback));
  }

  @Override
  public Optional<Callback> find(CallbackId id) {
    return shelf.find(id.value()).map(StoredCallback::read);
  }

  @Override
  public Optional<Callback> of(PhoneNumber number) {
    return shelf.of(number).map(StoredCallback::read);
  }

  @Override
  public List<Callback> all() {
    return shelf.all().stream().map(StoredCallback::read).toList();
  }

  /// Brings all under the present keys; see [PhoneShelf#refile].
  public long refile() {
    return shelf.refile(text -> StoredCallback.read(text).contact().number());
  }

  @Override
  public Optional<Callback> take(CallbackId id) {
    return shelf.take(id.value()).map(StoredCallback::read);
  }

  @Override
  public boolean claim(CallbackId id, PrincipalId operator, Duration within) {
    return shelf.claim(id.value(), operator.value(), within);
  }

  @Override
  public boolean claimedBy(CallbackId id, PrincipalId operator) {
    return shelf.claimedBy(id.value(), operator.value());
  }

  @Override
  public void release(CallbackId id) {
    shelf.release(id.value());
  }
}
