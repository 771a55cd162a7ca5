/// The policy of the assessment from a YAML file.
@NullMarked
package org.ariane.router.danger.yaml;

import org.jspecify.annotations.NullMarked;
