chmod 000 plan.yaml
