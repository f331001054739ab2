find . -type d -exec chmod 555 {} +
