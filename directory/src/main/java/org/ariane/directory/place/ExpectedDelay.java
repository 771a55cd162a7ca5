package org.ariane.directory.place;

/// How long a patrol takes to arrive in a zone, told honestly to whoever waits with her.
///
/// @param minutes 1 to 240, as the source says
/// @param source where the figure comes from, as `measured 2025` or `estimate of the force`
public record ExpectedDelay(int minutes, String source) {
  private static final int MOST_MINUTES = 240;

  public ExpectedDelay {
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw new IllegalArgumentException("a delay has 1 to 240 minutes");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a delay has a source");
    }
  }
}
