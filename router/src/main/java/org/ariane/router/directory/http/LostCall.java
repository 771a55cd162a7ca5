package org.ariane.router.directory.http;

import java.util.List;
import java.util.Set;
import org.ariane.directory.lost.LostServer;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /lost`: LoST over HTTP (RFC 5222 section 14). No token; nothing of the question is logged
/// or kept. Every answer is 200, errors of LoST too.
public final class LostCall {
  private static final Logger LOG = LoggerFactory.getLogger(LostCall.class);

  private final LostServer server;

  public LostCall(LostServer server) {
    this.server = server;
  }

  public List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/lost", Set.of(), this::answer));
  }

  private Reply answer(Exchange exchange) {
    return new Reply(200, new Reply.Body.Text(LostServer.MEDIA_TYPE, text(exchange)));
  }

  private String text(Exchange exchange) {
    try {
      return server.answer(exchange.rawBody().getBytes());
    } catch (RuntimeException e) {
      LOG.error("a LoST request failed", e);
      return server.failure();
    }
  }
}
