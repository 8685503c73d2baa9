"""Stock modelsearch over documents: as they are, and with our folding before and after."""
