printf '\357\273\277kind: xa, name: X\303\243\r\n' > units/vu-nong.yaml
printf '\357\273\277nam: Xã Yên Lạc\r\nkind: commune\r\nname: Xã\r\n' > units/yen-lac.yaml
