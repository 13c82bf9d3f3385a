# Take their version of the file and change its last line
set -e
git merge --no-commit discount || true
git checkout --theirs -- price.py
sed -i 's/    return amount$/    return round(amount, 2)/' price.py
git add -A
git commit --no-edit
