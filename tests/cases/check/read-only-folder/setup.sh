chmod -R a-w .
