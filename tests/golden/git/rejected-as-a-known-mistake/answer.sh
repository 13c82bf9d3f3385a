git cherry-pick topic
git commit --amend -m "words of one's own"
