for file in plan.yaml criteria/commune.yaml units/the-duc.yaml; do
  { printf '\357\273\277'; sed 's/$/\r/' "$file"; } > changed
  mv changed "$file"
done
