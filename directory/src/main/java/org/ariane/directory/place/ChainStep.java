package org.ariane.directory.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who answers for an incident at one step of a zone's chain: a centre, and which post in it.
/// Written as `fr-94-cic`, `fr-94-cic/second`, `fr-94-cic/duty-officer`, `fr-94-cic/duty-phone`.
public record ChainStep(CentreId centre, Post post) {
  /// A post in a centre. The wire name is the constant in lower case with hyphens.
  public enum Post {
    /// Whoever sits at the console.
    DESK,
    /// The second position of the centre.
    SECOND,
    /// The duty officer, at a console.
    DUTY_OFFICER,
    /// The duty officer, rung by telephone.
    DUTY_PHONE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Post> parse(String text) {
      return Arrays.stream(values()).filter(post -> post.wireName().equals(text)).findFirst();
    }
  }

  /// The console of a centre.
  public static ChainStep desk(CentreId centre) {
    return new ChainStep(centre, Post.DESK);
  }

  /// Throws [IllegalArgumentException] where the text names no post or no centre.
  public static ChainStep parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return desk(new CentreId(text));
    }
    Post post =
        Post.parse(text.substring(slash + 1))
            .orElseThrow(
                () -> new IllegalArgumentException("a post is second, duty-officer or duty-phone"));
    return new ChainStep(new CentreId(text.substring(0, slash)), post);
  }

  @Override
  public String toString() {
    return post == Post.DESK ? centre.value() : centre.value() + "/" + post.wireName();
  }
}
