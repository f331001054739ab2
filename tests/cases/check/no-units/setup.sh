rm -r units
