# Merges main into the branch and stays there
# The two histories are joined, but on the wrong name: the branch moved, and main stands where it stood before. Who works on main gets
# nothing of it. A merge changes the branch that is checked out; stand on the one that is to receive the work.
git switch discount
git merge main
cat > price.py <<'EOF'
def total(prices):
    amount = sum(prices)
    if amount >= 100:
        amount *= 0.9
    return round(amount, 2)
EOF
git add price.py
git commit -m "Merge branch main into discount"
