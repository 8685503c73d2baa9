"""The register of children: who lives where, in what circumstances, helped how. Private."""
