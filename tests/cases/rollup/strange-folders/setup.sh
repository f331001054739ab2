# A second way to one folder, ways back and to nothing, a pipe, a closed folder.
cd ../huyen
ln -s bac lien-ket
ln -s vong vong
ln -s ../repo len
echo > tep
mkdir ong kin
mkfifo ong/plan.yaml
chmod 000 kin
