package org.ariane.router.vacancy.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.vacancy.PlacesLink;
import org.ariane.router.vacancy.Teller;
import org.ariane.router.vacancy.Vacancy;
import org.ariane.router.vacancy.VacancyStore;

/// [VacancyStore] in Redis, one entry a service in each of three keys. Word, revision and news are
/// written by one script, so that whoever reads the news misses none.
public final class RedisVacancies implements VacancyStore {
  private static final RedisScript SAY = RedisScript.of(RedisVacancies.class, "say.lua");
  private static final RedisScript NEWS = RedisScript.of(RedisVacancies.class, "news.lua");
  private static final RedisScript LINK = RedisScript.of(RedisVacancies.class, "link.lua");
  private static final String WORDS = "{places}:words";
  private static final String LINKS = "{places}:links";
  private static final String RECENT = "{places}:news";
  private static final String REVISION = "{places}:revision";
  private static final int AT_ONCE = 1_000;

  private final AlarmRedis redis;

  public RedisVacancies(AlarmRedis redis) {
    this.redis = redis;
  }

  /// What Redis acknowledges must be on disk.
  private void mustBeDurable() {
    if (redis.durability().state() != Durability.State.PROMISED) {
      throw new LogUnavailableException("Redis does not promise to write to disk");
    }
  }

  @Override
  public OptionalLong put(Vacancy vacancy) {
    mustBeDurable();
    String generation =
        switch (vacancy.by()) {
          case Teller.Link(int number) -> "" + number;
          case Teller.Account account -> "";
        };
    List<String> args =
        List.of(vacancy.service().value(), StoredVacancy.write(vacancy), generation);
    long revision =
        redis.<Long>call(
            commands -> SAY.number(commands, List.of(WORDS, LINKS, RECENT, REVISION), args));
    return revision == 0 ? OptionalLong.empty() : OptionalLong.of(revision);
  }

  @Override
  public News news(long after) {
    List<String> told =
        redis.<List<String>>call(commands ->
            NEWS.texts(
                commands, List.of(WORDS, RECENT, REVISION), List.of("" + after, "" + AT_ONCE)));
    List<Told> words = new ArrayList<>();
    boolean anew = told.getFirst().equals("1");
    long upTo = anew ? 0 : after;
    for (int i = 1; i + 2 < told.size(); i += 3) {
      long revision = (long) Double.parseDouble(told.get(i + 1));
      upTo = Math.max(upTo, revision);
      StoredVacancy.read(told.get(i), told.get(i + 2))
          .ifPresent(vacancy -> words.add(new Told(vacancy, revision)));
    }
    return new News(words, upTo, anew, told.size() > 3 * AT_ONCE);
  }

  @Override
  public Optional<PlacesLink> link(ServiceId service) {
    return redis
        .<Optional<String>>call(
            commands -> Optional.ofNullable(commands.hget(LINKS, service.value())))
        .flatMap(StoredLink::read);
  }

  @Override
  public Map<ServiceId, PlacesLink> links() {
    Map<ServiceId, PlacesLink> links = new HashMap<>();
    redis
        .<Map<String, String>>call(commands -> commands.hgetall(LINKS))
        .forEach((service, text) ->
            StoredLink.read(text).ifPresent(link -> links.put(new ServiceId(service), link)));
    return links;
  }

  @Override
  public PlacesLink makeLink(ServiceId service, Instant at, Instant until, PrincipalId by) {
    long generation = change(service, true, at, until, by);
    return new PlacesLink((int) generation, true, at, until, by);
  }

  @Override
  public boolean revokeLink(ServiceId service, Instant at, PrincipalId by) {
    return change(service, false, at, at, by) > 0;
  }

  private long change(ServiceId service, boolean live, Instant at, Instant until, PrincipalId by) {
    mustBeDurable();
    List<String> args =
        List.of(
            service.value(),
            live ? "1" : "0",
            "" + at.toEpochMilli(),
            "" + until.toEpochMilli(),
            by.value(),
            "" + at.getEpochSecond() / Duration.ofMinutes(1).toSeconds());
    return redis.<Long>call(commands -> LINK.number(commands, List.of(LINKS), args));
  }
}
