# "Xã Thể Dục" typed for a TCVN3 font.
printf 'name: X\267 Th\323 D\364c\nkind: commune\n' > units/the-duc.yaml
