chmod 111 .
