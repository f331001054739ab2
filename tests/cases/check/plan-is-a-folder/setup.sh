rm plan.yaml
mkdir plan.yaml
echo "a: b" > plan.yaml/a.yaml
