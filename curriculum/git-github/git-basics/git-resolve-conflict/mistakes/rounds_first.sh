# Puts one change before the other: rounds, then discounts
# Both lines survive, but in the order in which they stood in the file. A sum that is rounded first loses its fractions before the tenth is
# taken off, and the result has fractions of a cent again. Ask of each change what it promises about the value that is returned.
git merge discount
cat > price.py <<'EOF'
def total(prices):
    amount = round(sum(prices), 2)
    if amount >= 100:
        amount *= 0.9
    return amount
EOF
git add price.py
git commit -m "Merge branch discount"
