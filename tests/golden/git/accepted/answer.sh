git merge --no-edit topic
