# The commands that you would type, from top to bottom. Run them, and read what they print.
git status
git log --oneline --graph --all
git diff main...discount --stat
