"""A network of one's own: brings up loopback in a fresh net namespace and makes sockets there that are handed out; runs inside the box.

A socket keeps the namespace that it was made in.  So whoever holds one of these reaches what listens on 127.0.0.1 in here, from
outside, although no packet passes between the two networks.  All are made before any code of an answer exists.
"""

from __future__ import annotations

import fcntl
import socket
import struct

SOCKETS = 160  # for one submission: as many connections may be opened to its server (253 descriptors fit into one message)
PORT = 8000
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 1


def up() -> None:
    """Bring `lo` up; needs the rights over a net namespace that was just made."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(s, GET_FLAGS, request))[1]
        fcntl.ioctl(s, SET_FLAGS, struct.pack("16sH14x", b"lo", flags | UP))


def hand_out(conn: int) -> None:
    """Send SOCKETS unconnected TCP sockets over the channel, with one byte that carries them, and keep none."""
    made = [socket.socket(socket.AF_INET, socket.SOCK_STREAM) for _ in range(SOCKETS)]
    channel = socket.socket(fileno=conn)
    try:
        socket.send_fds(channel, [b"S"], [s.fileno() for s in made])
    finally:
        channel.detach()
        for s in made:
            s.close()


def free_port(boxed: bool) -> int:
    """Where the answer is to listen: always the same port in a network of its own, else one that is free now."""
    if boxed:
        return PORT
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
