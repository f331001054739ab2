mkdir chung
mv units/the-duc.yaml chung/the-duc.txt
ln -s ../chung/the-duc.txt units/the-duc.yaml
