printf 'name: Xã Thể\b Dục\nkind: commune\nnote: "\\b"\n' > units/the-duc.yaml
printf 'name: "Xã Vũ\\bNông"\nkind: commune\n' > units/vu-nong.yaml
printf 'name: Xã Yên Lạc\nkind: commune\n\000' > units/yen-lac.yaml
