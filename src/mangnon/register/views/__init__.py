"""The register's pages at the desk: ``reading`` shows, ``writing`` acts."""
