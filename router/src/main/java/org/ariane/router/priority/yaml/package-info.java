/// The priority policy as a YAML file.
@NullMarked
package org.ariane.router.priority.yaml;

import org.jspecify.annotations.NullMarked;
