mkdir closed hidden empty hidden/inner
chmod 755 .
chmod 555 closed empty
chmod 700 hidden
