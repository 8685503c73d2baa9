"""The shell of the private house: home, navigation, and the pages that subjects offer to it."""
