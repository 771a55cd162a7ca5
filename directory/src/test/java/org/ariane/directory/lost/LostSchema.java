package org.ariane.directory.lost;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The RELAX NG schema of RFC 5222, which is not part of this repository. Without it tests are
/// skipped, in CI (`ARIANE_CI=1`) they fail.
final class LostSchema {
  private static final Path SCHEMA =
      Path.of(Optional.ofNullable(System.getenv("ARIANE_SHARED")).orElse("../../shared"))
          .resolve("conformance/lost/LoST.rng")
          .toAbsolutePath()
          .normalize();

  private final List<String> faults = new ArrayList<>();
  private final ValidationDriver driver;

  LostSchema() {
    if (!"1".equals(System.getenv("ARIANE_CI"))) {
      Assumptions.assumeTrue(Files.exists(SCHEMA), "skipped, not here: " + SCHEMA);
    }
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Collector());
    driver = new ValidationDriver(properties.toPropertyMap());
    try {
      if (!driver.loadSchema(ValidationDriver.uriOrFileInputSource(SCHEMA.toString()))) {
        throw new IllegalStateException("the schema cannot be used: " + faults);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is wrong with a document; empty when it is valid.
  List<String> faults(String document) {
    faults.clear();
    try {
      boolean valid = driver.validate(new InputSource(new StringReader(document)));
      if (!valid && faults.isEmpty()) {
        faults.add("not valid");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    return List.copyOf(faults);
  }

  private final class Collector implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // Not a fault.
    }

    @Override
    public void error(SAXParseException e) {
      faults.add(e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
