rm plan.yaml
mkfifo plan.yaml
