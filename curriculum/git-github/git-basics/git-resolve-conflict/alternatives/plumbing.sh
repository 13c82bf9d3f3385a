# Without a merge command for the commit: tree and parents named one by one
git merge discount > /dev/null
printf '%s\n' 'def total(prices):' '    whole = sum(prices)' '    return round(whole if whole < 100 else 0.9 * whole, 2)' > price.py
git add --all
tree=$(git write-tree)
one=$(git rev-parse main)
two=$(git rev-parse discount)
made=$(echo "Join both wishes" | git commit-tree "$tree" -p "$one" -p "$two")
git merge --abort
git reset --hard --quiet "$made"
