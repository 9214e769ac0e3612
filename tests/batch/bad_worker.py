#!/usr/bin/env python3
"""A worker that misbehaves where the document tells it to, and is the real one otherwise: $REAL takes the task over
a channel of its own, and its answer is handed on. $LOG gets a line for each task; $DELAY are seconds before each."""
import os
import signal
import socket
import struct
import subprocess
import sys
import time

HEADER = struct.Struct("=IIII")
TASK = 2


def receive(channel):
    """Kind, parts and descriptor of a message; None at the end."""
    head, fds, _, _ = socket.recv_fds(channel, HEADER.size, 1)
    if not head:
        return None
    while len(head) < HEADER.size:
        head += channel.recv(HEADER.size - len(head))
    kind, *lengths = HEADER.unpack(head)
    return kind, [take(channel, length) for length in lengths], fds


def take(channel, length):
    data = b""
    while len(data) < length:
        data += channel.recv(length - len(data))
    return data


def send(channel, kind, parts, fds=()):
    head = HEADER.pack(kind, *map(len, parts))
    if fds:
        socket.send_fds(channel, [head], fds)
    else:
        channel.sendall(head)
    channel.sendall(b"".join(parts))


def misbehave(descriptor):
    content = os.pread(descriptor, 16, 0)
    if content == b"CRASH":
        os.kill(os.getpid(), signal.SIGSEGV)
    if content == b"HANG":
        signal.pause()


def main():
    ours = socket.socket(fileno=3)
    near, far = socket.socketpair()
    words = [word for word in sys.argv[1:] if not word.startswith("--channel")]
    subprocess.Popen([os.environ["REAL"], *words, f"--channel={far.fileno()}"], pass_fds=[far.fileno()])
    far.close()
    kind, parts, _ = receive(near)
    send(ours, kind, parts)
    while (message := receive(ours)):
        kind, parts, fds = message
        if "LOG" in os.environ:
            with open(os.environ["LOG"], "a", encoding="utf-8") as log:
                log.write("task\n")
        time.sleep(float(os.environ.get("DELAY", "0")))
        misbehave(fds[0])
        send(near, kind, parts, fds)
        os.close(fds[0])
        kind, parts, _ = receive(near)
        send(ours, kind, parts)


if __name__ == "__main__":
    main()
