"""A wire between one person's browser and the server, which a story can cut."""

import contextlib
import select
import socket
import threading


class Wire:
    """Passes bytes on from a port of its own; cut, it is as if nobody were there."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._ends: set[socket.socket] = set()
        self._cut = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._cut.set()
        for end in tuple(self._ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._cut.clear()

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError):
            if self._cut.is_set():
                return
            with socket.create_connection(("127.0.0.1", self._to)) as far:
                self._ends |= {near, far}
                _pass_on(near, far)
                self._ends -= {near, far}


def _pass_on(near: socket.socket, far: socket.socket) -> None:
    """Until one of the two has nothing more to say."""
    other = {near: far, far: near}
    while True:
        for end in select.select([near, far], [], [])[0]:
            heard = end.recv(65536)
            if not heard:
                return
            other[end].sendall(heard)
