package org.ariane.router.directory.html;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.ServiceKind;

/// The form and, where something was asked, the list. The form is sent in a body, so that neither
/// the address of the page nor the history tells what was asked.
final class SearchPage {
  private static final int MOST = 40;

  /// More than are shown, since some of them are for others.
  private static final int LOOKED_AT = 60;

  private final Directory directory;
  private final Words words;
  private final Instant at;

  SearchPage(Directory directory, Words words, Instant at) {
    this.directory = directory;
    this.words = words;
    this.at = at;
  }

  String empty() {
    Html html = Frame.begin(words);
    Frame.header(html, words, "112");
    new SearchForm(words).write(html, Question.NOTHING, Where.of(directory, ""));
    return Frame.end(html);
  }

  String answer(Question question) {
    Where where = Where.of(directory, question.place());
    Optional<Zone> zone = where.zone(directory);
    Html html = Frame.begin(words);
    Frame.header(
        html, words, zone.map(Zone::emergencyNumber).map(PhoneNumber::dialled).orElse("112"));
    new SearchForm(words).write(html, question, where);
    if (where.clear()) {
      list(html, question, where);
      zone.ifPresent(each -> booklet(html, each));
    }
    return Frame.end(html);
  }

  private void list(Html html, Question question, Where where) {
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            where.commune(),
            where.postcode(),
            question.language(),
            Optional.empty(),
            isForPerpetrators(question)
                ? Set.of(Audience.PERPETRATOR)
                : question.audience().map(Set::of).orElse(Set.of()),
            Optional.empty(),
            question.kind().map(Set::of).orElse(Set.of()),
            question.wishes());
    List<ServiceMatch> found =
        directory.best(query, at, LOOKED_AT).stream()
            .filter(match -> isAskedFor(match, question))
            .limit(MOST)
            .toList();
    html.open("section", "id", "found");
    if (found.isEmpty()) {
      html.leaf("p", words.say("nothing"));
    } else {
      html.leaf("p", words.say("found", String.valueOf(found.size())));
      html.open("ol", "class", "services");
      ServiceCard card = new ServiceCard(words, at);
      found.forEach(match -> card.write(html, match));
      html.close("ol");
    }
    html.close("section");
  }

  /// What is for perpetrators is shown to whoever asks for it.
  private static boolean isAskedFor(ServiceMatch match, Question question) {
    return isForPerpetrators(question)
        || !match.service().audiences().contains(Audience.PERPETRATOR);
  }

  private static boolean isForPerpetrators(Question question) {
    return question.audience().equals(Optional.of(Audience.PERPETRATOR))
        || question.kind().equals(Optional.of(ServiceKind.PERPETRATOR_PROGRAMME));
  }

  private void booklet(Html html, Zone zone) {
    html.open("p")
        .leaf(
            "a",
            words.say("booklet", zone.name()),
            "href",
            "/directory/booklet/" + zone.id().value() + "?lang=" + words.language())
        .text(" ")
        .leaf("span", words.say("bookletHint"), "class", "soft")
        .close("p");
  }
}
