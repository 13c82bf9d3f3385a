if true; then
git merge topic
