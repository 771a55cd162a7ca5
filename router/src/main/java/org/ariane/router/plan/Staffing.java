package org.ariane.router.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// Who could answer, as far as that is known.
public sealed interface Staffing {
  /// These operators are there now on the wanted channel, free or not.
  record Present(List<OnShift> operators) implements Staffing {
    public Present {
      operators = List.copyOf(operators);
    }

    List<OnShift> at(Collection<ServiceId> desks) {
      return operators.stream().filter(operator -> desks.contains(operator.desk())).toList();
    }
  }

  /// For another time than now: only the hours in the directory tell.
  record ByHours() implements Staffing {}

  /// One operator who is there.
  record OnShift(PrincipalId id, ServiceId desk, List<Language> languages, boolean free) {
    public OnShift {
      languages = List.copyOf(languages);
    }

    boolean speaks(Optional<Language> wanted) {
      return wanted.isEmpty() || languages.stream().anyMatch(wanted.get()::servedBy);
    }
  }
}
