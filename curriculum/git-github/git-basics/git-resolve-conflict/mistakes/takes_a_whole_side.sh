# Takes one side wholesale, all files of it
# The strategy "ours" is not a way to settle conflicts: it keeps the whole tree of the current branch and records a merge. The
# graph has its two parents, but nothing of what the other branch did is in the files, and git will never offer it again,
# because for git that branch is merged.
git merge -s ours discount -m "Merge branch discount"
