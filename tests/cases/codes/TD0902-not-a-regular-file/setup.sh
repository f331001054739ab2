mkfifo units/vu-nong.yaml
ln -s khong-co.yaml units/yen-lac.yaml
ln -s units xa
