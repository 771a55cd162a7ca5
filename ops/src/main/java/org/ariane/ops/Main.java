package org.ariane.ops;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Entry point. `ops/run` calls it; people rarely do.
@Command(
    name = "ariane",
    mixinStandardHelpOptions = true,
    subcommands = {
      PrepareCommand.class,
      ServeCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      ReplayCommand.class,
      FlowCommand.class,
      DirectoryCommand.class
    },
    description = "Routes calls, chats and alarms of people living with domestic violence.")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int code =
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }
}
