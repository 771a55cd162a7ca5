package org.ariane.directory.search;

import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;

/// Questions one fact at a time.
record QueryBuilder(ServiceQuery query) {
  static QueryBuilder anybody() {
    return new QueryBuilder(ServiceQuery.ANYBODY);
  }

  QueryBuilder at(Position position) {
    return with(Optional.of(position), query.postcode(), query.need(), query.channel());
  }

  QueryBuilder in(String postcode) {
    return with(query.position(), Postcode.parse(postcode), query.need(), query.channel());
  }

  QueryBuilder need(String urn) {
    return with(query.position(), query.postcode(), Optional.of(urn), query.channel());
  }

  QueryBuilder by(String channel) {
    return with(query.position(), query.postcode(), query.need(), Optional.of(channel));
  }

  private QueryBuilder with(
      Optional<Position> position,
      Optional<Postcode> postcode,
      Optional<String> need,
      Optional<String> channel) {
    return new QueryBuilder(
        new ServiceQuery(position, postcode, query.language(), need, query.audiences(), channel));
  }

  QueryBuilder speaking(String tag) {
    return new QueryBuilder(
        new ServiceQuery(
            query.position(),
            query.postcode(),
            Language.parse(tag),
            query.need(),
            query.audiences(),
            query.channel()));
  }

  QueryBuilder who(Audience... audiences) {
    return new QueryBuilder(
        new ServiceQuery(
            query.position(),
            query.postcode(),
            query.language(),
            query.need(),
            Set.of(audiences),
            query.channel()));
  }
}
