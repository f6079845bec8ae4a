"""A story as PowerPoint: text, tables and charts that can be edited there, with speaker notes."""
