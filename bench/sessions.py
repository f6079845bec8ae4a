"""Sessions without a browser: each speaks to the server over a websocket as a browser does, and waits for answers."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LARGEST_MESSAGE = 50_000_000


def at_once(address: str, people: int, queries: tuple[str, ...]) -> tuple[float, float, float]:
    """Milliseconds until a filter change is answered in full: median and worst, and answers a second.

    Every session opens the first page, then all ask the same queries, in turn, as fast as they are answered.
    """
    ready = Barrier(people)

    def one(_: int) -> tuple[float, float, list[float]]:
        stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        with connect(stream, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE, open_timeout=60) as server:  # type: ignore[list-item]
            _ask(server, queries[-1])
            ready.wait(timeout=300)
            begin, took = time.perf_counter(), []
            for query in queries:
                took.append(_ask(server, query))
            return begin, time.perf_counter(), took

    with ThreadPoolExecutor(people) as crowd:
        found = list(crowd.map(one, range(people)))
    span = max(end for _, end, _ in found) - min(begin for begin, _, _ in found)
    times = [ms for _, _, took in found for ms in took]
    return statistics.median(times), max(times), len(times) / span


def _ask(server: ClientConnection, query: str) -> float:
    wanted = BackMsg()
    wanted.rerun_script.query_string = query
    start = time.perf_counter()
    server.send(wanted.SerializeToString())
    while True:
        message = ForwardMsg()
        message.ParseFromString(server.recv(timeout=120))  # type: ignore[arg-type]
        done = message.WhichOneof("type") == "script_finished"
        if done and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return (time.perf_counter() - start) * 1000
