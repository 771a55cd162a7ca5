package org.ariane.router.dispatch.lane;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/// A centre's system behind TLS, which wants to see our certificate where it is told whom to trust.
final class TlsEndpoint implements AutoCloseable {
  static final String PASSWORD = "changeit";

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final HttpsServer server;

  /// A key with its certificate, made by `keytool` of the JDK.
  ///
  /// @param store PKCS 12, with [#PASSWORD]
  /// @param certificate PEM
  record Identity(Path store, Path certificate) {
    /// @param from when it begins to be valid, as keytool's `-startdate`, `-30d`
    static Identity make(Path folder, String name, String from, int days)
        throws IOException, InterruptedException {
      Path store = folder.resolve(name + ".p12");
      keytool(
          "-genkeypair",
          "-alias",
          name,
          "-keyalg",
          "EC",
          "-dname",
          "CN=" + name,
          "-ext",
          "SAN=ip:127.0.0.1",
          "-startdate",
          from,
          "-validity",
          Integer.toString(days),
          "-storetype",
          "PKCS12",
          "-keystore",
          store.toString(),
          "-storepass",
          PASSWORD);
      Path certificate = folder.resolve(name + ".pem");
      keytool(
          "-exportcert",
          "-rfc",
          "-alias",
          name,
          "-file",
          certificate.toString(),
          "-keystore",
          store.toString(),
          "-storepass",
          PASSWORD);
      return new Identity(store, certificate);
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
      List<String> command = new java.util.ArrayList<>(List.of(words));
      command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + command.get(1));
      }
    }
  }

  private TlsEndpoint(int port, SSLContext context, boolean mutual) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters chosen = getSSLContext().getDefaultSSLParameters();
            chosen.setNeedClientAuth(mutual);
            parameters.setSSLParameters(chosen);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", this::handle);
    server.start();
  }

  static TlsEndpoint start(int port, Identity own) throws IOException, GeneralSecurityException {
    return new TlsEndpoint(port, context(own, own), false);
  }

  static TlsEndpoint mutual(Identity own, Identity client)
      throws IOException, GeneralSecurityException {
    return new TlsEndpoint(0, context(own, client), true);
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  List<String> received() {
    return List.copyOf(received);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = exchange.getRequestBody()) {
      received.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static SSLContext context(Identity own, Identity trusted)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(own), PASSWORD.toCharArray());
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    KeyStore theirs = store(trusted);
    known.setCertificateEntry("client", theirs.getCertificate(theirs.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(Identity identity) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(identity.store())) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
