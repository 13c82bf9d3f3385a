def softmax(x):
    while True:
        print("x" * 1_000_000)
