# Aborts and copies the change by hand
# After the abort there is no merge any more. The function comes out right, but the commit has one parent, and everything else that
# the branch changed is missing. git does not know that the branch was brought in, so the next merge meets the same conflict again.
git merge discount
git merge --abort
cat > price.py <<'EOF'
def total(prices):
    amount = sum(prices)
    if amount >= 100:
        amount *= 0.9
    return round(amount, 2)
EOF
git commit -am "Bring the discount over"
