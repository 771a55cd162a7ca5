package org.ariane.ops.config;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.jwt.JwtConfig2026;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.webhook.SigningKey;

/// The secrets of a deployment, each in a file of its own under `keys/`, made at the first start.
///
/// @param tokens sign bearer tokens
/// @param lookups turn phones, places and addresses into index keys that reveal nothing
/// @param audit prove lines of the audit log; old ones stay, or old lines could not be proved
/// @param values seal what is stored of the red list
/// @param links prove links by which services say how many places are free
/// @param redisPassword for the Redis that `ops/run` starts
/// @param switchPassword for the manager interface of the telephone switch
/// @param folder where they lie
public record Keys(
    KeysetHandle tokens,
    KeysetHandle lookups,
    KeysetHandle audit,
    KeysetHandle values,
    KeysetHandle links,
    String redisPassword,
    String switchPassword,
    Path folder) {
  private static final int HMAC_KEY_BYTES = 32;
  private static final int AES_KEY_BYTES = 32;
  private static final int AES_IV_BYTES = 12;
  private static final int AES_TAG_BYTES = 16;
  private static final int LINK_TAG_BYTES = 16;
  private static final int PASSWORD_BYTES = 24;

  /// Reads the keys, making those that are missing.
  public static Keys in(Path folder) throws IOException {
    try {
      PrfConfig.register();
      MacConfig.register();
      AeadConfig.register();
      return new Keys(
          keyset(folder.resolve("tokens.json"), JwtConfig2026.get(), tokenParameters()),
          keyset(folder.resolve("lookups.json"), RegistryConfiguration.get(), lookupParameters()),
          keyset(folder.resolve("audit.json"), RegistryConfiguration.get(), auditParameters()),
          keyset(folder.resolve("values.json"), RegistryConfiguration.get(), valueParameters()),
          keyset(folder.resolve("links.json"), RegistryConfiguration.get(), linkParameters()),
          password(folder.resolve("redis-password")),
          password(folder.resolve("switch-password")),
          folder);
    } catch (GeneralSecurityException e) {
      throw new IOException("a keyset under " + folder + " cannot be used", e);
    }
  }

  /// The key that signs what is sent to a centre, made when it is first needed: each centre has its
  /// own, so that none can pass for us at another.
  public SigningKey signing(CentreId centre) throws IOException {
    Path file = folder.resolve("centre-" + centre.value() + "-signing-key");
    if (!Files.exists(file)) {
      DataFolder.write(file, SigningKey.generate(new SecureRandom()).secretText());
    }
    return SigningKey.parse(Files.readString(file).strip())
        .orElseThrow(() -> new IOException(file + " is damaged; delete it to have a new key"));
  }

  /// By which telephone switches know each other, made when there is more than one.
  public String neighbourSecret() throws IOException {
    return password(folder.resolve("neighbour-secret"));
  }

  /// A password for a new account of the telephone switch.
  static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static KeysetHandle keyset(Path file, Configuration configuration, Parameters parameters)
      throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), configuration, InsecureSecretKeyAccess.get());
    }
    KeysetHandle handle =
        KeysetHandle.newBuilder()
            .setConfiguration(configuration)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
            .build();
    DataFolder.write(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            handle, configuration, InsecureSecretKeyAccess.get()));
    return handle;
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      DataFolder.write(file, newPassword());
    }
    return Files.readString(file).strip();
  }

  private static Parameters tokenParameters() throws GeneralSecurityException {
    return JwtHmacParameters.builder()
        .setKeySizeBytes(HMAC_KEY_BYTES)
        .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
        .setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
        .build();
  }

  private static Parameters lookupParameters() throws GeneralSecurityException {
    return HmacPrfParameters.builder()
        .setKeySizeBytes(HMAC_KEY_BYTES)
        .setHashType(HmacPrfParameters.HashType.SHA256)
        .build();
  }

  private static Parameters auditParameters() throws GeneralSecurityException {
    return HmacParameters.builder()
        .setKeySizeBytes(HMAC_KEY_BYTES)
        .setTagSizeBytes(HMAC_KEY_BYTES)
        .setHashType(HmacParameters.HashType.SHA256)
        .setVariant(HmacParameters.Variant.TINK)
        .build();
  }

  /// A shorter proof, so that a link fits into a text message.
  private static Parameters linkParameters() throws GeneralSecurityException {
    return HmacParameters.builder()
        .setKeySizeBytes(HMAC_KEY_BYTES)
        .setTagSizeBytes(LINK_TAG_BYTES)
        .setHashType(HmacParameters.HashType.SHA256)
        .setVariant(HmacParameters.Variant.TINK)
        .build();
  }

  private static Parameters valueParameters() throws GeneralSecurityException {
    return AesGcmParameters.builder()
        .setKeySizeBytes(AES_KEY_BYTES)
        .setIvSizeBytes(AES_IV_BYTES)
        .setTagSizeBytes(AES_TAG_BYTES)
        .setVariant(AesGcmParameters.Variant.TINK)
        .build();
  }

  @Override
  public String toString() {
    return "Keys[masked]";
  }
}
