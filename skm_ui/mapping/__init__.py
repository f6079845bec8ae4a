"""The screen on which a person says what each column and each answer of a file means."""
