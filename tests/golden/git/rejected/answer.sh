git checkout topic
