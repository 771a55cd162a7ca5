package org.ariane.ops;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ops.config.Configuration;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.config.Preparation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks the configuration and writes what Redis, Asterisk and the server read at their start.
@Command(name = "prepare", description = "check the configuration, write keys and files")
final class PrepareCommand implements Callable<Integer> {
  private static final int INVALID = 2;

  @Mixin private final Invocation invocation = new Invocation();

  @Option(names = "--demo", description = "refuse endpoints that are not on loopback")
  private boolean demo;

  @Override
  public Integer call() throws IOException {
    return switch (Deployment.read(invocation.config(), Invocation.home())) {
      case Deployment.Result.Invalid(var problems) -> {
        problems.forEach(System.err::println);
        yield INVALID;
      }
      case Deployment.Result.Valid(Deployment deployment) -> {
        if (demo && !onLoopback(deployment.configuration())) {
          System.err.println(
              "--demo refuses endpoints that are not on loopback: it would call people.");
          yield INVALID;
        }
        new Preparation(invocation.data(), deployment, invocation.sipPort()).write();
        yield 0;
      }
    };
  }

  private static boolean onLoopback(Configuration configuration) {
    return Stream.concat(
            configuration.centres().values().stream()
                .map(centre -> new HostPort(centre.url().getHost(), 1)),
            Stream.concat(configuration.trunk().stream(), configuration.emergencyTrunk().stream()))
        .map(HostPort::host)
        .allMatch(host -> host.equals("127.0.0.1") || host.equals("localhost"));
  }
}
