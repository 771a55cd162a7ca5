package org.ariane.router.directory.html;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// A QR code as one path of an SVG, a unit a module, with the quiet zone that ISO/IEC 18004 asks.
final class QrCode {
  private static final int QUIET = 4;

  private QrCode() {}

  /// Writes the picture; who cannot see it is told `label`.
  static void write(Html html, String content, String label) {
    BitMatrix modules = modules(content);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    html.open(
            "svg",
            "class",
            "qr",
            "role",
            "img",
            "aria-label",
            label,
            "viewBox",
            "0 0 " + modules.getWidth() + " " + modules.getHeight())
        .open("path", "d", path.toString())
        .close("path")
        .close("svg");
  }

  private static BitMatrix modules(String content) {
    try {
      return new QRCodeWriter()
          .encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
