rm plan.yaml
ln -s khong-co.yaml plan.yaml
