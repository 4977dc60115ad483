"""From a file to what stands on its pages: words, seals, marks."""
