# The folder of a shelf, a year and a record are links out of the plan folder.
mkdir ../outside ../outside/2023
printf 'unit: the-duc\n' > ../outside/the-duc.yaml
ln -s ../../outside figures
mkdir scores filings filings/2023
ln -s ../../outside/2023 scores/2023
ln -s ../../../outside/the-duc.yaml filings/2023/the-duc.yaml
