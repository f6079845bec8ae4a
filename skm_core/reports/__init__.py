"""Documents ready to sign. Results become one content object, and every document is drawn from it.

`content.content` gives the values and sentences of a scope; each document has a room of its own that only lays out.
"""
