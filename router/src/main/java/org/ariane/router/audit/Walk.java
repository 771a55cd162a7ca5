package org.ariane.router.audit;

import java.util.Optional;
import org.ariane.router.audit.AuditLog.Verdict;
import org.ariane.router.audit.Link.Tail;

/// One walk along the chain, line by line from the first, that stops at the first fault.
public final class Walk {
  private final AuditChain chain;
  private final Optional<Tail> anchor;
  private Tail last = Tail.START;
  private Optional<Verdict.Broken> fault = Optional.empty();

  /// Begins before the first line.
  ///
  /// @param anchor how far the chain once went
  public Walk(AuditChain chain, Optional<Tail> anchor) {
    this.chain = chain;
    this.anchor = anchor;
  }

  /// Answers whether to go on.
  public boolean step(Link link) {
    if (link.n() != last.n() + 1) {
      return broken(last.n() + 1, "the line is missing");
    }
    if (!chain.holds(last, link)) {
      return broken(link.n(), "the line, or its place, is not as it was written");
    }
    if (anchor.filter(it -> it.n() == link.n() && !it.proof().equals(link.proof())).isPresent()) {
      return broken(link.n(), "another line stood here when the anchor was written");
    }
    last = link.tail();
    return true;
  }

  /// A line that cannot even be read.
  public boolean unreadable(long n) {
    return broken(n, "the line cannot be read");
  }

  private boolean broken(long n, String why) {
    fault = Optional.of(new Verdict.Broken(n, why));
    return false;
  }

  /// What the walk found.
  ///
  /// @param written the number of the last line that the store says was ever written
  public Verdict end(long written) {
    if (fault.isPresent()) {
      return fault.get();
    }
    if (anchor.filter(it -> it.n() > last.n()).isPresent() || written > last.n()) {
      return new Verdict.Broken(last.n() + 1, "lines are missing at the end");
    }
    return new Verdict.Whole(last.n());
  }
}
