"""What is taken out of the documents: copies, boilerplate, personal data."""
