made=$(git commit-tree "$(git merge-tree --write-tree main topic)" -p main -p topic -m "Join both")
git reset -q --hard "$made"
