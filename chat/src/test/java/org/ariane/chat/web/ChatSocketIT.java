package org.ariane.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may open the sockets, and what they refuse.
class ChatSocketIT {
  private final House house = new House(ChatSettings.STANDARD.withLimits(2, 2));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void deskIsClosedToStrangersAndOtherRoles() {
    Peer stranger = house.socket("/v1/desk/stream").say(new JsonObject().put("token", "wrong"));
    assertThat(stranger.closed()).isEqualTo(4401);
    Peer dispatcher = house.socket("/v1/desk/stream").say(new JsonObject().put("token", "token-3"));
    assertThat(dispatcher.closed()).isEqualTo(4403);
  }

  @Test
  void pagesOfOtherSitesAreTurnedAway() {
    assertThat(house.fromOrigin("https://elsewhere.example").closed()).isEqualTo(4403);
    Peer own = house.fromOrigin("http://127.0.0.1:" + house.port());
    own.say("start", "language", "fr");
    own.hears("started");
  }

  @Test
  void oneChatTooManyIsToldSo() {
    house.visitor();
    house.visitor();
    Peer third = house.socket("/v1/chat");
    third.say("start", "language", "fr");
    assertThat(third.hears("error").getString("code")).isEqualTo("full");
  }

  @Test
  void unknownBrokenAndTooLongFramesChangeNothing() {
    Peer visitor = house.visitor();
    visitor.say("dance");
    visitor.hears("error", frame -> frame.getString("code").equals("unknown-type"));
    visitor.say("message", "id", "v1", "text", "x".repeat(2_001));
    visitor.hears("error", frame -> frame.getString("code").equals("too-long"));
    visitor.say("message", "id", "not an id!", "text", "x");
    visitor.hears("error", frame -> frame.getString("code").equals("bad-frame"));
    visitor.say("ping");
    visitor.hears("pong");
    assertThat(visitor.all("sent")).isEmpty();
  }

  @Test
  void floodIsSlowedButNeverACryForHelp() {
    Peer visitor = house.visitor();
    for (int i = 0; i < 60; i++) {
      visitor.say("ping");
    }
    visitor.say("danger");
    visitor.hears("error", frame -> frame.getString("code").equals("too-fast"));
    visitor.hears("danger");
  }

  @Test
  void frameBeyondTheLimitClosesTheSocket() {
    Peer visitor = house.visitor();
    visitor.say("message", "id", "v1", "text", "x".repeat(17 * 1024));
    assertThat(visitor.closed()).isEqualTo(1009);
  }

  @Test
  void operatorCannotTouchConversationsOfOthers() {
    Peer desk = house.operator(1);
    house.visitor();
    String contact = house.accept(desk);
    Peer other = house.operator(2);
    other.say("message", "contact", contact, "id", "o1", "text", "hi");
    assertThat(other.hears("error").getString("code")).isEqualTo("no-conversation");
    other.say("accept", "offer", "of-00000000000000000000000001");
    other.hears("error", frame -> frame.getString("code").equals("no-offer"));
  }
}
