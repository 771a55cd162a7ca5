package org.ariane.ops;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.wiring.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs the server until SIGTERM, then drains: new work is refused, what is under way is finished.
@Command(name = "serve", description = "run the server")
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final int INVALID = 2;

  @Mixin private final Invocation invocation = new Invocation();

  @Override
  public Integer call() throws Exception {
    return switch (Deployment.read(invocation.config(), Invocation.home())) {
      case Deployment.Result.Invalid(var problems) -> {
        problems.forEach(System.err::println);
        yield INVALID;
      }
      case Deployment.Result.Valid(Deployment deployment) -> {
        Server server =
            Server.start(
                deployment,
                invocation.data(),
                invocation.port(),
                invocation.sipPort(),
                invocation.telephony());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
            .addShutdownHook(
                Thread.ofPlatform()
                    .name("drain")
                    .unstarted(() -> {
                      LOG.info("stopping: draining what is under way");
                      server.close();
                      stopped.countDown();
                    }));
        stopped.await();
        yield 0;
      }
    };
  }
}
