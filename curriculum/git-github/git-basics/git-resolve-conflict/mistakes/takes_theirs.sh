# Keeps one side of the file: the branch's
# The conflict is settled by taking the version that comes in. It brings the discount and takes back the whole cents that main
# had been given: a total of 111.115 is charged as 100.0035. Both changes were made on purpose, so both have to be in the result.
git merge discount
git checkout --theirs price.py
git add price.py
git commit -m "Merge branch discount"
