package org.ariane.router.dispatch.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whom we trust to be a centre's system, and by which certificate it knows us.
public final class CentreTls {
  private static final KeyManager[] NO_KEYS = {};

  private final KeyManager[] keys;
  private final X509ExtendedTrustManager trust;
  private final Optional<Instant> clientUntil;

  private CentreTls(
      KeyManager[] keys, X509ExtendedTrustManager trust, Optional<Instant> clientUntil) {
    this.keys = keys.clone();
    this.trust = trust;
    this.clientUntil = clientUntil;
  }

  /// Files that can't be used.
  public static final class UnusableException extends Exception {
    private final String reason;

    private UnusableException(String reason, Exception cause) {
      super(reason, cause);
      this.reason = reason;
    }

    /// For whoever wrote the configuration.
    public String reason() {
      return reason;
    }
  }

  /// Trusts whom the JDK trusts, shows no certificate.
  public static CentreTls ofTheJdk() {
    try {
      return of(new Files(Optional.empty(), Optional.empty()));
    } catch (UnusableException e) {
      throw new IllegalStateException("every JDK trusts somebody", e);
    }
  }

  /// Our key and certificate.
  ///
  /// @param store PKCS 12
  /// @param password a file whose first line is the store's password
  public record Ours(Path store, Path password) {}

  /// What is read.
  ///
  /// @param ours for mutual TLS
  /// @param trusted PEM certificates, the only ones that are trusted; empty means the JDK's
  public record Files(Optional<Ours> ours, Optional<Path> trusted) {}

  public static CentreTls of(Files files) throws UnusableException {
    Optional<Ours> ours = files.ours();
    Optional<Path> trusted = files.trusted();
    KeyManager[] keys = NO_KEYS;
    Optional<Instant> until = Optional.empty();
    if (ours.isPresent()) {
      Path store = ours.get().store();
      try {
        char[] password =
            java.nio.file.Files.readString(ours.get().password())
                .lines()
                .findFirst()
                .orElse("")
                .toCharArray();
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        loaded.load(new ByteArrayInputStream(java.nio.file.Files.readAllBytes(store)), password);
        KeyManagerFactory factory =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(loaded, password);
        keys = factory.getKeyManagers();
        until = firstToExpire(loaded);
      } catch (IOException | GeneralSecurityException e) {
        throw new UnusableException("no key can be read from " + store + " with its password", e);
      }
      if (until.isEmpty()) {
        throw new UnusableException(store + " holds no key with a certificate", new IOException());
      }
    }
    try {
      return new CentreTls(keys, trust(trusted), until);
    } catch (IOException | GeneralSecurityException e) {
      String file = trusted.map(Path::toString).orElse("the JDK");
      throw new UnusableException("no PEM certificates can be read from " + file, e);
    }
  }

  Optional<Instant> clientUntil() {
    return clientUntil;
  }

  /// For connections to one centre.
  ///
  /// @param watch sees the certificate of each system before it is judged
  SSLContext context(CertificateWatch watch) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {new WatchedTrust(trust, watch)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  private static X509ExtendedTrustManager trust(Optional<Path> pem)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(pem.isPresent() ? store(pem.get()) : null);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509");
  }

  private static KeyStore store(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    List<? extends Certificate> found =
        List.copyOf(
            CertificateFactory.getInstance("X.509")
                .generateCertificates(
                    new ByteArrayInputStream(java.nio.file.Files.readAllBytes(pem))));
    if (found.isEmpty()) {
      throw new GeneralSecurityException("no certificate in it");
    }
    for (int i = 0; i < found.size(); i++) {
      store.setCertificateEntry("trusted-" + i, found.get(i));
    }
    return store;
  }

  private static Optional<Instant> firstToExpire(KeyStore store) throws GeneralSecurityException {
    Optional<Instant> first = Optional.empty();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate own) {
        Instant until = own.getNotAfter().toInstant();
        first = Optional.of(first.filter(until::isAfter).orElse(until));
      }
    }
    return first;
  }
}
