package org.ariane.router.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ariane.router.contact.People;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.Test;

class DeskStreamTest {
  private final DeskStream stream = new DeskStream();
  private final List<Long> shown = new ArrayList<>();
  private final DeskStream.Page page = numbered -> shown.add(numbered.seq());

  private static DeskNews news() {
    return new DeskNews.PresenceIs(Presence.AVAILABLE);
  }

  private static DeskNews said() {
    Message message =
        new Message(new MessageId("v1"), Message.Author.VISITOR, "secret", Instant.EPOCH);
    return new DeskNews.Said(People.id(1), message);
  }

  @Test
  void newsDuringASnapshotComesAfterIt() {
    stream.tell(news());
    DeskStream.Joining joining = stream.join(page, 0);
    stream.tell(news());
    assertThat(joining.seq()).isEqualTo(1);
    assertThat(shown).isEmpty();
    stream.live(page);
    stream.tell(news());
    assertThat(shown).containsExactly(2L, 3L);
  }

  @Test
  void whoOnlyWatchesIsNoDeskThatCouldBeLost() {
    stream.watch(numbered -> {}, 0);
    assertThat(stream.open()).isFalse();
    stream.join(page, 0);
    assertThat(stream.open()).isTrue();
    assertThat(stream.leave(page)).isTrue();
    assertThat(stream.open()).isFalse();
    assertThat(stream.leave(page)).isFalse();
  }

  @Test
  void pageThatWasCutOffGetsWhatItMissed() {
    stream.tell(news());
    stream.tell(news());
    stream.tell(news());
    assertThat(stream.join(page, 1).missed())
        .extracting(DeskStream.Numbered::seq)
        .containsExactly(2L, 3L);
  }

  @Test
  void numberFromBeforeARestartIsNotTakenForOurs() {
    stream.tell(news());
    assertThat(stream.join(page, 40).missed()).isEmpty();
  }

  @Test
  void wordsOfAClosedConversationAreForgotten() {
    stream.tell(said());
    stream.tell(new DeskNews.Closed(People.id(1), "left"));
    stream.tell(news());
    assertThat(stream.join(page, 1).missed())
        .noneMatch(each -> each.news() instanceof DeskNews.Said);
  }

  @Test
  void fleetingNewsHasNoNumberAndIsNotKept() {
    stream.tell(new DeskNews.Typing(People.id(1)));
    stream.tell(news());
    assertThat(stream.join(page, 0).seq()).isEqualTo(1);
  }

  @Test
  void lastPageIsToldFromTheOthers() {
    DeskStream.Page other = numbered -> {};
    stream.join(page, 0);
    stream.join(other, 0);
    assertThat(stream.leave(page)).isFalse();
    assertThat(stream.leave(other)).isTrue();
    assertThat(stream.leave(other)).isFalse();
  }
}
