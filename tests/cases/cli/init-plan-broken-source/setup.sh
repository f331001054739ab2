mkdir old
mv plan.yaml awards.yaml criteria units old
sed 's/indicator: poor_rate/indicator: poor_rat/' old/criteria/commune.yaml > changed
mv changed old/criteria/commune.yaml
printf 'kind: nowhere\n' > old/units/broken.yaml
