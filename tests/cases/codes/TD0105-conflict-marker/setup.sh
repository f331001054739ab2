printf 'name: Xã Thể Dục\n' > units/the-duc.yaml
printf '<<<<<<< HEAD\nkind: commune\n' >> units/the-duc.yaml
printf '=======\nkind: hamlet\n>>>>>>> nhanh-khac\n' >> units/the-duc.yaml
