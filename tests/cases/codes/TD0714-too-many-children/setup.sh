# One folder more than is read.
mkdir ../xa
cd ../xa
seq -f "xa-%05.0f" 10001 | xargs mkdir
