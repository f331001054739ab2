mkfifo evidence/ong
ln -s khong-co evidence/lien-ket
