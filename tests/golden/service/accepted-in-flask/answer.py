import os

from flask import Flask

app = Flask(__name__)


@app.get("/double/<n>")
def double(n):
    return {"double": 2 * int(n)} if n.isdigit() else ({}, 400)


app.run("127.0.0.1", int(os.environ["PORT"]))
