package org.ariane.router.dispatch.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.CentreFormat.Message;
import org.ariane.router.dispatch.webhook.Conformance;
import org.ariane.router.dispatch.webhook.FreeText;
import org.ariane.router.dispatch.webhook.Messages;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CapFormatTest {
  private static final int ODD_ONES = 3_000;

  private final CentreFormat format = new CapFormat(CapFormat.SENDER, "fr");

  @Test
  void alarmIsAPrivateAlertWhoseWarningsCannotBeMissed() throws Exception {
    Document alert = valid(Messages.opened());
    assertThat(text(alert, "status")).isEqualTo("Actual");
    assertThat(text(alert, "msgType")).isEqualTo("Alert");
    assertThat(text(alert, "scope")).isEqualTo("Private");
    assertThat(text(alert, "language")).isEqualTo("fr");
    assertThat(text(alert, "severity")).isEqualTo("Extreme");
    assertThat(text(alert, "headline")).contains("NE PAS RAPPELER", "APPROCHE SILENCIEUSE");
    assertThat(text(alert, "instruction"))
        .startsWith("NE PAS RAPPELER")
        .contains("NE PAS ENVOYER : unité brigade 12", "interdiction de contact, TJ Créteil");
    assertThat(text(alert, "description"))
        .contains("Il est <dans> la cuisine & crie ]]> &evil; \"x\"");
    assertThat(text(alert, "circle")).isEqualTo("48.8065,2.438 0.018");
    assertThat(alert.getElementsByTagName("references").getLength()).isZero();
  }

  @Test
  void laterMessagesReferToTheAlertThatWasSent() throws Exception {
    Document alert = valid(Messages.opened());
    String reference =
        text(alert, "sender") + "," + text(alert, "identifier") + "," + text(alert, "sent");
    for (String type : new String[] {"updated", "taken", "closed", "moved"}) {
      Message message =
          type.equals("moved")
              ? Messages.moved()
              : Messages.message("incident." + type, Messages.incident());
      Document later = valid(message);
      assertThat(text(later, "references")).isEqualTo(reference);
      assertThat(text(later, "incidents")).isEqualTo(Messages.INCIDENT);
      assertThat(text(later, "identifier")).isEqualTo(Messages.ID.value());
      boolean ends = type.equals("closed") || type.equals("moved");
      assertThat(text(later, "msgType")).isEqualTo(ends ? "Cancel" : "Update");
    }
    assertThat(format.put(Messages.moved()).text()).doesNotContain("48.8", "Tilleuls");
  }

  @Test
  void alarmThatComesBackIsNotTakenForARepeat() throws Exception {
    JsonObject again = Messages.incident().put("round", 2);
    JsonArray history = again.getJsonArray("history");
    history.add(new JsonObject().put("what", "escalated").put("about", "fr-59-cic"));
    history.add(new JsonObject().put("what", "escalated").put("about", "fr-94-cic"));
    Document alert = valid(Messages.message("incident.opened", again));
    assertThat(text(alert, "msgType")).isEqualTo("Alert");
    assertThat(text(alert, "identifier"))
        .isEqualTo(Messages.ID.value())
        .isNotEqualTo(text(valid(Messages.opened()), "identifier"));
    assertThat(text(alert, "references")).contains(Messages.INCIDENT);
  }

  @Test
  void exercisesAndLinkTestsAreNeverActual() throws Exception {
    JsonObject exercise = Messages.incident().put("exercise", true);
    Document alert = valid(Messages.message("incident.opened", exercise));
    assertThat(text(alert, "status")).isEqualTo("Exercise");
    assertThat(text(alert, "headline")).startsWith("*** EXERCICE ***");
    assertThat(text(alert, "description")).startsWith("*** EXERCICE ***");
    assertThat(text(alert, "note")).contains("EXERCICE");
    Document test = valid(Messages.linkTest());
    assertThat(text(test, "status")).isEqualTo("Test");
    assertThat(text(test, "sent")).isEqualTo("2026-11-21T21:41:07-00:00");
    assertThat(test.getElementsByTagName("info").getLength()).isZero();
  }

  @Test
  void speaksTheLanguageOfTheCentre() throws Exception {
    for (String language : FreeText.languages()) {
      CentreFormat theirs = new CapFormat("ariane", language);
      Document alert = parse(theirs.put(Messages.opened()).text());
      assertThat(text(alert, "language")).isEqualTo(language);
      assertThat(text(alert, "headline")).doesNotContain("callback", "approach", "{");
    }
    assertThat(new CapFormat("ariane", "nl").put(Messages.opened()).text())
        .contains("NIET TERUGBELLEN");
  }

  @Test
  void whateverABodyHoldsItGoesOutValidAndTheSameEachTime() throws Exception {
    Random random = new Random(20261121);
    Schema schema = schema();
    for (int i = 0; i < ODD_ONES; i++) {
      Message message = Messages.message("incident.opened", Messages.odd(random));
      String out = format.put(message).text();
      assertThat(format.put(message).text()).isEqualTo(out);
      schema.newValidator().validate(new StreamSource(new StringReader(out)));
    }
    Message damaged = new Message(Messages.CENTRE, Messages.ID, "not JSON");
    assertThat(text(valid(damaged), "headline")).contains("NE PAS RAPPELER");
  }

  @Test
  void senderHasNoCharactersThatTheStandardForbids() {
    for (String sender : new String[] {"", "a b", "a,b", "<a", "a&b"}) {
      assertThatThrownBy(() -> new CapFormat(sender, "fr"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Document valid(Message message) throws Exception {
    CentreFormat.Outgoing out = format.put(message);
    assertThat(out.contentType()).isEqualTo("application/cap+xml");
    schema().newValidator().validate(new StreamSource(new StringReader(out.text())));
    return parse(out.text());
  }

  private static Schema schema() throws Exception {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Conformance.file("cap/CAP-v1.2.xsd").toFile());
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }
}
