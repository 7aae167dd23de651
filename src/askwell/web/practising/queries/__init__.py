"""Questions about practice meetings."""
