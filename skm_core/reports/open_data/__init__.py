"""The survey as open data: anonymised questionnaires and figures as CSV and Parquet, with dictionary and citation."""
