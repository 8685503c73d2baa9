"""Vietnamese text: folding, tones, sorting, slugs, numbers, dates, sentences. No Django here."""
