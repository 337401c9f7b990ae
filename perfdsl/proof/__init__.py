"""What can be shown of rules before they score anything: proved, refuted with a witness, or not known."""
