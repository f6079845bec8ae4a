"""Pictures of documents as SVG: dots with intervals, and lines over periode. Text stays text."""
