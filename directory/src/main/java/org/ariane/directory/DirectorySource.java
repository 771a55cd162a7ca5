package org.ariane.directory;

/// The directory in force. Call it once per decision and keep the answer, so that one decision sees
/// one directory.
@FunctionalInterface
public interface DirectorySource {
  Directory current();
}
