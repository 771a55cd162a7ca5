package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One SIPp process: one call, made or taken.
public final class Sipp implements AutoCloseable {
  private static final String FROM = "\"Test\" <sip:+33612345678@[local_ip]:[local_port]>";

  private static final int MANY = 100;

  private final Process process;
  private final Path folder;

  private Sipp(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  public static boolean installed() {
    return Files.isExecutable(Path.of("/usr/bin/sipp"))
        && Files.isReadable(Path.of("/usr/share/sip-tester/dtmf_2833_1.pcap"));
  }

  /// Calls a number of the switch.
  public static Sipp call(int sipPort, String number, Script script) {
    return call(sipPort, number, script, FROM);
  }

  /// Calls with a `From` header of its own.
  ///
  /// @param from the whole `From` header, for callers who withhold or forge their number
  public static Sipp call(int sipPort, String number, Script script, String from) {
    return call(sipPort, number, script, from, List.of());
  }

  /// The same with more headers in the `INVITE`.
  static Sipp call(int sipPort, String number, Script script, String from, List<String> headers) {
    String scenario =
        script
            .into(resource("/sipp/caller.xml"))
            .replaceFirst(
                "Content-Type:",
                headers.stream().map(header -> header + "\n").collect(Collectors.joining())
                    + "Content-Type:")
            .replace("FROM", from);
    return start(scenario, Ports.udp(), List.of("-s", number, "127.0.0.1:" + sipPort));
  }

  public static Sipp call(int sipPort, String number, Script script, Ear ear) {
    String scenario =
        script
            .into(resource("/sipp/caller.xml"))
            .replace("FROM", FROM)
            .replace("[auto_media_port]", Integer.toString(ear.port()));
    return start(scenario, Ports.udp(), List.of("-s", number, "127.0.0.1:" + sipPort));
  }

  /// Several call at once.
  static Sipp calls(int count, int sipPort, String number, Script script) {
    String scenario = script.into(resource("/sipp/caller.xml")).replace("FROM", FROM);
    List<String> arguments =
        List.of("-r", Integer.toString(count), "-s", number, "127.0.0.1:" + sipPort);
    return start(scenario, Ports.udp(), count, arguments);
  }

  /// A telephone that is called at `port`, rings, answers and follows the script.
  public static Sipp phone(int port, Script script) {
    return phone(port, Duration.ofMillis(300), script);
  }

  public static Sipp phone(int port, Duration rings, Script script) {
    String ringing = "<pause milliseconds=\"" + rings.toMillis() + "\"/>";
    return start(
        script.into(resource("/sipp/phone.xml")).replace("RINGING", ringing), port, List.of());
  }

  /// A telephone that is busy, `times` times.
  static Sipp busy(int port, int times) {
    return refusing(port, times, "486 Busy Here");
  }

  /// A telephone that refuses with this status, `times` times.
  static Sipp refusing(int port, int times, String status) {
    return start(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <scenario name="busy"><recv request="INVITE"/>
        """
            + resource("/sipp/officer-refuses.xml").replace("STATUS", status)
            + "</scenario>",
        port,
        times,
        List.of());
  }

  /// Several telephones behind one trunk; see [OfficerPhones].
  static Sipp officers(int port, String scenario, int calls) {
    return start(scenario, port, calls, List.of());
  }

  /// Many callers; see [OpenLoop].
  static Sipp many(String scenario, int calls, List<String> arguments) {
    return start(scenario, Ports.udp(), calls, arguments);
  }

  /// A number behind a trunk that anybody may reach at the same time.
  static Sipp number(int port, String scenario) {
    return start(scenario, port, 100_000, List.of("-l", "20000"));
  }

  /// So many calls of the same kind, ten a second, who stay for ten minutes. (Without its limit
  /// SIPp has thirty at a time.)
  static Sipp crowd(int sipPort, int calls, Script script) {
    String scenario = patient(script.into(resource("/sipp/caller.xml")).replace("FROM", FROM));
    return start(
        scenario,
        Ports.udp(),
        calls,
        List.of(
            "-r",
            "10",
            "-l",
            "2000",
            "-rtp_threadtasks",
            "200",
            "-s",
            "3919",
            "127.0.0.1:" + sipPort));
  }

  /// Telephones of many that all answer at one port; what they hear they send back.
  static Sipp phones(int port, int calls, Script script) {
    String scenario = patient(script.into(resource("/sipp/phone.xml")).replace("RINGING", ""));
    return start(scenario, port, calls, List.of("-l", "2000", "-rtp_echo"));
  }

  /// A telephone that also answers who asks whether it is there. (Others of these tests do not, as
  /// SIPp passes over all but its calls.)
  static Sipp answering(int port, Script script) {
    String scenario =
        script
            .into(resource("/sipp/phone.xml"))
            .replace("RINGING", "")
            .replaceFirst(
                "(<scenario [^>]*>)",
                "$1\n  <recv request=\"OPTIONS\" optional=\"true\" next=\"8\"/>")
            .replace("<Reference", resource("/sipp/answers-options.xml") + "<Reference");
    return start(scenario, port, 100_000, List.of());
  }

  /// A telephone behind a trunk that takes 2.5 s to say that it tries, and 6.5 more to answer.
  static Sipp slow(int port, Script script) {
    String scenario =
        script
            .into(resource("/sipp/phone.xml"))
            .replaceFirst("(?s)<send>", "<pause milliseconds=\"2500\"/>\n  <send>")
            .replace("180 Ringing", "100 Trying")
            .replace("RINGING", "<pause milliseconds=\"6500\"/>");
    return start(scenario, port, List.of());
  }

  private static String patient(String scenario) {
    return scenario.replace("timeout=\"120000\"", "timeout=\"600000\"");
  }

  /// Registers `prefix1` to `prefixN` at one port.
  static void registerMany(int sipPort, String prefix, int count, String password, int port) {
    String scenario =
        resource("/sipp/register.xml")
            .replace("[authentication username=USER password=PASSWORD]", "[field1]")
            .replace("USER", "[field0]")
            .replace("CONTACT", "127.0.0.1:" + port)
            .replace("SECONDS", "3600");
    StringBuilder users = new StringBuilder("SEQUENTIAL\n");
    for (int n = 1; n <= count; n++) {
      String user = prefix + n;
      users.append("%s;[authentication username=%s password=%s]%n".formatted(user, user, password));
    }
    try {
      Path file = Files.createTempFile("users", ".csv");
      Files.writeString(file, users);
      try (Sipp register =
          start(
              scenario,
              Ports.udp(),
              count,
              List.of("-r", "20", "-inf", file.toString(), "127.0.0.1:" + sipPort))) {
        if (!register.endsWell(Duration.ofSeconds(30))) {
          throw new AssertionError("could not register: " + register.errors());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A telephone that nobody answers.
  public static Sipp ringing(int port) {
    return start(resource("/sipp/phone-only-rings.xml"), port, List.of());
  }

  /// Registers a telephone with digest authentication, so that it is called at `port`.
  public static void register(int sipPort, String user, String password, int port) {
    registration(sipPort, user, password, port, 3_600);
  }

  public static void unregister(int sipPort, String user, String password, int port) {
    registration(sipPort, user, password, port, 0);
  }

  private static void registration(
      int sipPort, String user, String password, int port, int seconds) {
    String scenario = resource("/sipp/register.xml");
    Map<String, String> values =
        Map.of(
            "USER",
            user,
            "PASSWORD",
            password,
            "CONTACT",
            "127.0.0.1:" + port,
            "SECONDS",
            Integer.toString(seconds));
    for (Map.Entry<String, String> value : values.entrySet()) {
      scenario = scenario.replace(value.getKey(), value.getValue());
    }
    try (Sipp register = start(scenario, Ports.udp(), List.of("127.0.0.1:" + sipPort))) {
      if (!register.endsWell(Duration.ofSeconds(10))) {
        throw new AssertionError(user + " could not register: " + register.errors());
      }
    }
  }

  private static Sipp start(String scenario, int port, List<String> arguments) {
    return start(scenario, port, 1, arguments);
  }

  private static Sipp start(String scenario, int port, int calls, List<String> arguments) {
    try {
      Path folder = Files.createTempDirectory("sipp");
      Path file = Files.writeString(folder.resolve("scenario.xml"), scenario);
      List<String> command = new ArrayList<>();
      command.addAll(List.of("/usr/bin/sipp", "-sf", file.toString()));
      command.addAll(List.of("-i", "127.0.0.1", "-p", Integer.toString(port)));
      command.addAll(List.of("-mi", "127.0.0.1", "-mp", media(calls)));
      command.addAll(List.of("-m", Integer.toString(calls), "-nostdin"));
      command.addAll(List.of("-trace_err", "-error_file", folder.resolve("errors").toString()));
      command.addAll(List.of("-trace_msg", "-message_file", folder.resolve("messages").toString()));
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen").toFile())
              .start();
      return new Sipp(process, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each call of SIPp has ports of its own; numbers behind a trunk share them.
  private static String media(int calls) {
    return Integer.toString(Ports.range(calls > 1 && calls <= MANY ? 4 * calls : 4));
  }

  static String resource(String name) {
    try (var in = Sipp.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean talks() {
    return process.isAlive();
  }

  /// Its machine loses the network: nothing comes from it any more, nothing is refused either.
  void vanish() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the call went as the script says; waits for its end.
  public boolean endsWell(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public String errors() {
    return read("errors") + read("screen").lines().filter(l -> l.contains("rror")).toList();
  }

  /// Every SIP message, as sent and received.
  public String messages() {
    return read("messages");
  }

  private String read(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
