cp units/the-duc.yaml 'units/Lũng Cải.yaml'
