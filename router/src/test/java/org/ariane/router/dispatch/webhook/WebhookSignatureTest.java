package org.ariane.router.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final String ID = "msg_01JD8Z4T9K";
  private static final String BODY = "{\"type\":\"incident.opened\",\"text\":\"é\"}";
  private static final long AT = 1_795_297_267;

  @Test
  void signsAsTheReferenceLibraryDoes() throws Exception {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    assertThat(new WebhookSignature(secret).of(ID, AT, BODY))
        .isEqualTo(new Webhook(secret).sign(ID, AT, BODY));
    byte[] raw = "secret of the centre".getBytes(StandardCharsets.UTF_8);
    assertThat(new WebhookSignature("secret of the centre").of(ID, AT, BODY))
        .isEqualTo(new Webhook(raw).sign(ID, AT, BODY));
  }

  @Test
  void endpointNeedsAWebAddressAndASecret() {
    URI good = URI.create("https://centre.example/hook");
    assertThat(new CentreEndpoint(good, "s").toString()).doesNotContain("example", "=s");
    assertThatThrownBy(() -> new CentreEndpoint(URI.create("ftp://centre.example"), "s"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CentreEndpoint(good, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
