package org.ariane.router.amendment;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.WrittenText;

/// How a service stands between the folder and its revisions.
///
/// @param newest its newest revision; empty where it was never amended
/// @param folder the folder's own entry now; empty where it has none
/// @param setAside why the newest revision is not in force though it should be; empty where it is
public record Standing(
    ServiceId service, Optional<Revision> newest, Optional<String> folder, List<Fault> setAside) {
  public Standing {
    setAside = List.copyOf(setAside);
  }

  public Content content() {
    return newest.map(Revision::content).orElse(new Content.AsInFolder());
  }

  /// What an edit begins with; empty where it is withdrawn or nowhere.
  public Optional<String> entry() {
    return content().text(folder);
  }

  /// The number that an edit is based on.
  public long revision() {
    return newest.map(Revision::number).orElse(0L);
  }

  /// Whether nobody may learn where it is. Of one that is withdrawn the last entry that it had
  /// tells so.
  ///
  /// @param history its revisions, newest first
  public boolean hidden(List<Revision> history) {
    return entry()
        .or(() ->
            history.stream()
                .flatMap(each -> each.before().text(each.folder()).stream())
                .findFirst())
        .or(() -> folder)
        .flatMap(WrittenText::read)
        .filter(EntryRules::hidden)
        .isPresent();
  }

  /// Whether the folder's own entry was changed since somebody amended it here: both want something
  /// and a person has to decide.
  public boolean conflict() {
    return newest
        .filter(each -> !(each.content() instanceof Content.AsInFolder))
        .filter(each -> !each.folder().equals(folder))
        .isPresent();
  }
}
