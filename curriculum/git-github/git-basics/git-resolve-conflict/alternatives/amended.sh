# Let git prefer the branch, then mend the merge commit itself
git merge -X theirs --no-edit discount
sed -i 's/return amount/return round(amount, 2)/' price.py
git commit --quiet --all --amend --no-edit
