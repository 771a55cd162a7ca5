/// Reads flows from YAML files: all problems at once, each with file, line and reason.
@NullMarked
package org.ariane.ivr.flow.yaml;

import org.jspecify.annotations.NullMarked;
