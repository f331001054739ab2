# Decomposed letters before the fault: the caret stands by what is seen.
printf 'name: Xã Vũ Nông\nkind: commune\ncontacts: [{name: Nguyê\314\203n Thi\314\243 Lu\314\243a, rola: Văn phòng}]\n' > units/vu-nong.yaml
