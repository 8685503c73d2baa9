"""The public site: plain pages that read the latest release and nothing else."""
