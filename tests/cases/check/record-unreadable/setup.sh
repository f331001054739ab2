chmod 000 units/the-duc.yaml
