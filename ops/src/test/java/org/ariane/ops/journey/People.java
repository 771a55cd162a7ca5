package org.ariane.ops.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// People at screens: one browser, and for each person a context that shares nothing with the
/// others.
final class People implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private People(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Needs Debian's Chromium: without it tests are skipped, in CI they fail.
  static People arrive() {
    return arrive(List.of());
  }

  /// With microphones that beep, which pages may hear without asking, and voice over loopback.
  static People arriveWithVoices() {
    return arrive(
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            "--allow-loopback-in-peer-connection"));
  }

  private static People arrive(List<String> more) {
    if (!Files.exists(CHROMIUM)) {
      Assumptions.assumeFalse(
          !"1".equals(System.getenv("ARIANE_CI")), "no " + CHROMIUM + ": pages are not tested");
      throw new IllegalStateException("no " + CHROMIUM);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    return new People(playwright, browser);
  }

  /// A visitor on a small phone.
  Page visitor(String url) {
    return visitor(url, ColorScheme.LIGHT);
  }

  Page visitor(String url, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setColorScheme(colours));
    Page page = context.newPage();
    page.navigate(url + "/chat");
    return page;
  }

  /// Somebody whose browser runs no script, on a phone that is so many pixels wide.
  Page withoutScript(int width) {
    return onPhone(width, false);
  }

  /// Somebody on a phone that is so many pixels wide.
  Page withScript(int width) {
    return onPhone(width, true);
  }

  private Page onPhone(int width, boolean script) {
    return browser
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 640)
                .setJavaScriptEnabled(script))
        .newPage();
  }

  /// Someone who signs in at a console.
  Page at(String url, String console, String token) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 860));
    Page page = context.newPage();
    page.navigate(url + "/" + console);
    there(page, "token").fill(token);
    there(page, "login").click();
    return page;
  }

  /// What a page calls by this `data-testid`.
  static Locator there(Page page, String testId) {
    return page.locator("[data-testid=" + testId + "]");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
