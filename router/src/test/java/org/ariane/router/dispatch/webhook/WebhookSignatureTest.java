package org.ariane.router.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
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
    assertThat(endpoint(good, "s").toString()).doesNotContain("example", "=s");
    assertThatThrownBy(() -> endpoint(URI.create("ftp://centre.example"), "s"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> endpoint(good, " ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ed25519IsVerifiedByAnotherImplementation() throws Exception {
    SigningKey key = SigningKey.generate(new SecureRandom());
    String signature = key.of(ID, AT, BODY);
    assertThat(signature).startsWith("v1a,");
    assertThat(key.publicText()).startsWith("whpk_");
    byte[] open = Base64.getDecoder().decode(key.publicText().substring("whpk_".length()));
    byte[] signed = Base64.getDecoder().decode(signature.substring("v1a,".length()));
    byte[] content = (ID + "." + AT + "." + BODY).getBytes(StandardCharsets.UTF_8);
    Ed25519Verify verifier = new Ed25519Verify(open);
    verifier.verify(signed, content);
    content[0]++;
    assertThatThrownBy(() -> verifier.verify(signed, content))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void signingKeyIsReadAsItWasWrittenAndNothingElse() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    assertThat(SigningKey.parse(key.secretText())).contains(key);
    assertThat(key.toString()).doesNotContain(key.secretText());
    // RFC 8032, test 1.
    HexFormat hex = HexFormat.of();
    byte[] seed = hex.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] open = hex.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    Base64.Encoder text = Base64.getEncoder();
    assertThat(SigningKey.parse("whsk_" + text.encodeToString(seed)).orElseThrow().publicText())
        .isEqualTo("whpk_" + text.encodeToString(open));
    byte[] wrongPair = java.util.Arrays.copyOf(seed, 64);
    assertThat(SigningKey.parse("whsk_" + text.encodeToString(wrongPair))).isEmpty();
    assertThat(SigningKey.parse("whsk_AAAA")).isEmpty();
    assertThat(SigningKey.parse("whsk_%")).isEmpty();
    assertThat(SigningKey.parse("secret")).isEmpty();
  }

  private static CentreEndpoint endpoint(URI url, String secret) {
    return new CentreEndpoint(
        url,
        CentreFormat.ofOurOwn(),
        secret,
        SigningKey.generate(new SecureRandom()),
        CentreTls.ofTheJdk());
  }
}
