package org.ariane.router.transfer;

import org.ariane.directory.place.CentreId;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// Whom an operator names: always by id. The number comes from the directory.
public sealed interface TransferTarget {
  /// The id as it was given.
  String ref();

  /// A free operator of that service where it has desks here, else its telephone.
  record ToService(ServiceId service) implements TransferTarget {
    @Override
    public String ref() {
      return service.value();
    }
  }

  record ToOperator(PrincipalId operator) implements TransferTarget {
    @Override
    public String ref() {
      return operator.value();
    }
  }

  /// The police's agreed number of the contact's place, where this centre answers for it; without a
  /// place, of the only zone that this centre answers for first.
  record ToCentre(CentreId centre) implements TransferTarget {
    @Override
    public String ref() {
      return centre.value();
    }
  }
}
