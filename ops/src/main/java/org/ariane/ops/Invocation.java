package org.ariane.ops;

import java.nio.file.Path;
import java.util.Optional;
import org.ariane.ops.config.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that `prepare`, `serve` and `demo` share, as `ops/run` passes them.
final class Invocation {
  @Option(names = "--data", required = true, description = "folder of keys, accounts and data")
  private @Nullable Path data;

  @Option(names = "--config", description = "configuration file")
  private @Nullable Path config;

  @Option(names = "--port", defaultValue = "8080", description = "HTTP port on loopback")
  private int port;

  @Option(names = "--sip-port", defaultValue = "5060", description = "SIP port on loopback")
  private int sipPort;

  @Option(names = "--no-telephony", description = "leave Asterisk out")
  private boolean withoutTelephony;

  DataFolder data() {
    return new DataFolder(Optional.ofNullable(data).orElseThrow().toAbsolutePath());
  }

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  int port() {
    return port;
  }

  int sipPort() {
    return sipPort;
  }

  boolean telephony() {
    return !withoutTelephony;
  }

  /// Where the program lies: `-Dariane.home`, else the current folder.
  static Path home() {
    return Path.of(System.getProperty("ariane.home", "")).toAbsolutePath();
  }
}
