chmod 000 units/the-duc.yaml
mkdir results
chmod 000 results
