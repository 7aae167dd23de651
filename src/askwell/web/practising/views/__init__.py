"""The pages of practice meetings."""
