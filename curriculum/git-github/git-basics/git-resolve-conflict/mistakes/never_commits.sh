# Resolves the conflict and does not end the merge
# The file is right and marked as resolved, but a merge is a commit, and that was not made: it is still under way, all changes of the
# branch lie in the index, and the next command that moves the branch may lose them. git status says what is still to be done.
git merge discount
cat > price.py <<'EOF'
def total(prices):
    amount = sum(prices)
    if amount >= 100:
        amount *= 0.9
    return round(amount, 2)
EOF
git add price.py
