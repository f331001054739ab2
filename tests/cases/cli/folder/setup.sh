mkdir the-kia
cp -r PROJECT/tests/bases/minimal/. the-kia
