mv plan.yaml criteria units ..
