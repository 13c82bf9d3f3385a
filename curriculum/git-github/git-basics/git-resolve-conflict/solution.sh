# The merge stops at price.py and has staged everything else; the file gets the text that does both, then the merge is ended.
git merge discount
cat > price.py <<'EOF'
def total(prices):
    amount = sum(prices)
    if amount >= 100:
        amount *= 0.9
    return round(amount, 2)
EOF
git add price.py
git commit -m "Merge discount: take it off the exact sum, then round"
