package org.ariane.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.Sample;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.ImportedService;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is exported, held against the schema of the standard and against our own importer.
class HsdsExportTest {
  private final Directory sample = Sample.directory();

  @Test
  void everyServiceIsValidByTheSchema() throws IOException {
    Schema schema = schema();

    List<?> contents = (List<?>) HsdsExport.page(sample).getOrDefault("contents", List.of());

    assertThat(contents).hasSize(sample.services().size());
    for (Object service : contents) {
      assertThat(schema.validate(JsonLines.text(service), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"id\":\"no uuid\",\"name\":1}", InputFormat.JSON))
        .as("the schema is one")
        .hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @CsvSource({"FR, Europe/Paris, 6", "BE, Europe/Brussels, 8"})
  void theSampleComesBackButForItsOwnBusiness(String country, String zone, int atLeast) {
    List<Service> national =
        sample.services().stream()
            .filter(service -> service.timeZone().equals(ZoneId.of(zone)))
            .filter(service -> !texts(service).isEmpty())
            .toList();
    Directory part =
        new DirectoryContent(
                "part", sample.organisations(), national, List.of(), List.of(), List.of())
            .toDirectory();

    Imported again = HsdsExamplesTest.again(part, new Country(country));

    assertThat(again.services()).hasSize(national.size()).hasSizeGreaterThanOrEqualTo(atLeast);
    for (ImportedService each : again.services()) {
      Service service = each.service();
      Service before =
          national.stream()
              .filter(one -> one.name().equals(service.name()))
              .findFirst()
              .orElseThrow();
      assertThat(service.kind()).isEqualTo(before.kind());
      assertThat(service.needs()).isEqualTo(before.needs());
      assertThat(service.audiences()).isEqualTo(before.audiences());
      assertThat(service.coverage()).isEqualTo(before.coverage());
      assertThat(service.confirmedAt()).isEqualTo(before.confirmedAt());
      assertThat(service.premises()).isEqualTo(before.premises());
      assertThat(service.particulars()).isEqualTo(before.particulars());
      assertThat(texts(service)).isEqualTo(texts(before));
      assertThat(spoken(service)).isEqualTo(spoken(before));
    }
  }

  private static List<String> spoken(Service service) {
    return service.languages().stream()
        .map(each -> each.language().tag() + " " + each.hours().text())
        .toList();
  }

  private static Schema schema() throws IOException {
    Path folder = ImportCases.conformance("hsds/schema");
    Map<String, String> schemas = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        schemas.put("https://hsds.example/" + file.getFileName(), Files.readString(file));
      }
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(schemas)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
        .getSchema(SchemaLocation.of("https://hsds.example/service.json"));
  }

  private static List<String> texts(Service service) {
    return service.channels().stream()
        .filter(channel -> !(channel instanceof ServiceChannel.Desk))
        .map(channel -> channel.kind() + " " + channel.hours().text())
        .toList();
  }

  @Test
  void aProtectedPlaceIsInNoExport() {
    Service shelter =
        sample.services().stream()
            .filter(service -> service.id().value().equals("sample-fr-59-02"))
            .findFirst()
            .orElseThrow();
    Map<?, ?> exported =
        ((List<?>) HsdsExport.page(sample).getOrDefault("contents", List.of()))
            .stream()
                .map(Map.class::cast)
                .filter(each -> shelter.name().equals(each.get("name")))
                .findFirst()
                .orElseThrow();

    assertThat(exported.containsKey("service_at_locations")).isFalse();
    assertThat(JsonLines.text(exported)).contains("protected").doesNotContain("latitude");
  }
}
