# Work it out on a branch of its own, then move main onto the merge
git switch -q -c joined
git merge -q discount
cat > price.py <<'EOF'
CUT = 0.9


def total(prices):
    """The sum to the cent; a tenth off from 100 on."""
    amount = sum(prices)
    return round(amount * CUT, 2) if amount >= 100 else round(amount, 2)
EOF
git commit -qam "Merge branch 'discount'"
git switch -q main
git merge -q --ff-only joined
git branch -d joined
