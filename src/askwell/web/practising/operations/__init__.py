"""What people do in practice meetings."""
