"""The plan, its objectives and targets, and the arithmetic of whether a promise was kept."""
