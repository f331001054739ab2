printf '<<<<<<< HEAD\nbaselines: ["2020"]\n' >> plan.yaml
printf '=======\nbaselines: ["2021"]\n>>>>>>> nhanh-khac\n' >> plan.yaml
