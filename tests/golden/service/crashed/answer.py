import os
PORT = int(os.environ["PORTS"])
