package org.ariane.ops;

import java.util.concurrent.Callable;
import org.ariane.ops.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Plays the three journeys against a running server on this machine.
@Command(name = "demo", description = "play one alarm, one call, one chat")
final class DemoCommand implements Callable<Integer> {
  @Mixin private final Invocation invocation = new Invocation();

  @Override
  public Integer call() throws Exception {
    Demo.play(
        invocation.data(),
        Invocation.home(),
        invocation.port(),
        invocation.sipPort(),
        invocation.telephony());
    return 0;
  }
}
