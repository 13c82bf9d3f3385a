"""A chatbot that answers from a folder of documents, and says from where."""
