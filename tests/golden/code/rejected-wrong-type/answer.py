def softmax(x):
    return "one"
