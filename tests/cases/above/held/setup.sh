# The province's plan has been entered beside this folder.
sed -i 's|^    held: false$|    held: true\n    folder: ../ubnd-tinh|' plan.yaml
