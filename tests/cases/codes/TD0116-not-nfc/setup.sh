# Decomposed: e + circumflex + hook above, u + dot below.
printf 'name: Xã Thê\314\211 Du\314\243c\nkind: communee\n' > units/the-duc.yaml
