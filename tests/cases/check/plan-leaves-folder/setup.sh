mv plan.yaml ../plan.yaml
ln -s ../plan.yaml plan.yaml
