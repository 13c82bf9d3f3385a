# Keeps one side of the file: main's
# The conflict is settled by taking the version of the branch you stand on. Every command succeeds and the history looks right, but
# the reason for which the other branch exists is gone: nobody gets the discount. A conflict asks for a text that serves both wishes,
# and that is rarely one of the two.
git merge discount
git checkout --ours price.py
git add price.py
git commit -m "Merge branch discount"
