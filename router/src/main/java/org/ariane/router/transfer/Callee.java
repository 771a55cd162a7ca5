package org.ariane.router.transfer;

import java.util.List;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;

/// Whose telephone rings for a transfer.
public sealed interface Callee {
  /// Those the target speaks, best first.
  List<Language> languages();

  /// An operator at a telephone of this house.
  record Colleague(PrincipalId operator, List<Language> languages) implements Callee {
    public Colleague {
      languages = List.copyOf(languages);
    }
  }

  /// A service, through the trunk.
  ///
  /// @param interpreter is told no more than the language
  record Outside(PhoneNumber number, List<Language> languages, boolean interpreter)
      implements Callee {
    public Outside {
      languages = List.copyOf(languages);
    }
  }

  /// Whom another server rang, as far as this one knows: somebody outside.
  record Elsewhere() implements Callee {
    @Override
    public List<Language> languages() {
      return List.of();
    }
  }

  /// The police's agreed number, through their trunk.
  record Police(PhoneNumber number, List<Language> languages) implements Callee {
    public Police {
      languages = List.copyOf(languages);
    }
  }
}
