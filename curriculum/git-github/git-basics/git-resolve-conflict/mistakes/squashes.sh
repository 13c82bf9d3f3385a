# Squashes instead of merging
# A squash brings all changes of the branch into one ordinary commit. The files are right today; the history says that nothing was
# ever merged: the commit has one parent, the authors of the branch are gone, and the next merge of it starts from the old base.
git merge --squash discount
cat > price.py <<'EOF'
def total(prices):
    amount = sum(prices)
    if amount >= 100:
        amount *= 0.9
    return round(amount, 2)
EOF
git add price.py
git commit -m "Add the discount"
