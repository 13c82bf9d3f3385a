while true; do true; done
