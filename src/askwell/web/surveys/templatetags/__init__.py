"""What templates of surveys need of their own."""
