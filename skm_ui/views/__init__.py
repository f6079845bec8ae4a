"""What the pages for leadership show: results turned into pictures, lists and tables, one module per page."""
