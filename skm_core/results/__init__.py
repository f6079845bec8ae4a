"""What each page shows, as one frozen value: figures, parts, sentences. No layout, no screen."""
