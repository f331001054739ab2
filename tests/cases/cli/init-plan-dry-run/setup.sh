mkdir old
mv plan.yaml awards.yaml criteria units old
