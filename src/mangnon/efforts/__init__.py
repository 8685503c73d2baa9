"""What is done and paid for: measures, budgets, models, campaigns, proposals, the Fund."""
