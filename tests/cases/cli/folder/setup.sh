mkdir the-kia
mv plan.yaml criteria units the-kia/
