"""What a client may take: of time, of places, of memory. Others are served meanwhile."""

import re
import socket
import threading
import time
from contextlib import ExitStack
from ipaddress import ip_network
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Response
from waitress import wasyncore

from clockwork.server.clients import Clients, Limits
from clockwork.server.dispatcher import Queue
from clockwork.server.listener import listen
from clockwork.server.turn import turn
from tests.conftest import eventually
from tests.wire import connect, exchange, parse

GET = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n"
LAST = GET + b"Connection: close\r\n\r\n"


@pytest.fixture
def kind() -> str:
    """No data is concerned: the quicker database will do."""
    return "sqlite"


@pytest.fixture
def serve(make_app):
    """Serve from this process, with limits of the test's own."""
    ending, threads = threading.Event(), []

    def start(trusted=(), routes=(), **limits):
        app = make_app(port=0)
        for path, answer in routes:
            app.add_url_rule(path, path, answer)
        sockets = {}
        clients = Clients(Limits(**limits), trusted)
        listeners = listen(app, sockets, clients)

        def run():
            while not ending.is_set():
                turn(sockets, 0.02)
                clients.check()
            wasyncore.close_all(sockets)

        threads.append(threading.Thread(target=run))
        threads[-1].start()
        url = f"http://127.0.0.1:{listeners.port}"
        return SimpleNamespace(url=url, clients=clients)

    yield start
    ending.set()
    for thread in threads:
        thread.join()


def ending_of(client: socket.socket) -> bytes:
    """What is received until the server hangs up, one way or the other."""
    received = b""
    try:
        while more := client.recv(65536):
            received += more
    except ConnectionResetError:
        pass
    return received


def is_served(server, source: str = "127.0.0.1") -> bool:
    with connect(server, source) as client:
        client.sendall(LAST)
        return ending_of(client).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "begun",
    [b"G", GET, b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"],
)
def test_a_request_that_does_not_come_to_its_end_is_answered_408(serve, begun):
    server = serve(request_seconds=0.2)
    with connect(server) as client:
        began = time.monotonic()
        client.sendall(begun)
        [answer] = parse(ending_of(client))

    assert (answer.status, answer.body["code"]) == (408, "too_slow")
    assert 0.2 < time.monotonic() - began < 5


def test_a_connection_between_two_requests_is_not_late(serve):
    server = serve(request_seconds=0.1)
    with connect(server) as idle, connect(server) as late:
        idle.sendall(GET + b"\r\n")
        assert idle.recv(65536).startswith(b"HTTP/1.1 200")
        late.sendall(b"G")
        assert b" 408 " in ending_of(late)

        idle.sendall(LAST)
        assert b"HTTP/1.1 200" in ending_of(idle)


def test_what_a_refused_client_goes_on_sending_has_an_end(serve):
    server = serve(dropping_seconds=0.2)
    with connect(server) as client:
        client.sendall(b"GARBAGE\r\n\r\n")
        assert b" 400 " in ending_of(client)

        def is_cut() -> bool:
            try:
                client.sendall(b"x")
            except OSError:
                return True
            return False

        eventually(is_cut)


def test_who_keeps_the_server_waiting_longest_makes_room_for_others_at_the_same_address(serve):
    server = serve(connections_of_peer=5)
    with ExitStack() as stack:
        elsewhere = stack.enter_context(connect(server, "127.0.0.2"))
        dripping = []
        for _ in range(20):
            dripping.append(stack.enter_context(connect(server)))
            dripping[-1].sendall(b"G")
            # One after the other, so that it is known who waits longest.
            assert is_served(server, "127.0.0.3")

        assert is_served(server)
        assert [ending_of(client) for client in dripping[:15]] == [b""] * 15
        for client in (*dripping[-3:], elsewhere):
            client.sendall(LAST.removeprefix(b"G" if client is not elsewhere else b""))
            assert ending_of(client).startswith(b"HTTP/1.1 200")


def test_when_all_places_are_taken_who_only_waits_makes_room(serve):
    server = serve(connections=50)
    with ExitStack() as stack:
        for number in range(200):
            client = stack.enter_context(connect(server, f"127.0.1.{1 + number}"))
            client.sendall(b"G" * (number % 2))

        assert is_served(server)


def test_while_everybody_at_an_address_is_served_the_next_is_turned_away(serve):
    go_on, waiting = threading.Event(), []

    def wait():
        waiting.append(1)
        go_on.wait(20)
        return Response("done")

    server = serve(connections_of_peer=2, routes=[("/wait", wait)])
    with ExitStack() as stack:
        busy = [stack.enter_context(connect(server)) for _ in range(2)]
        for client in busy:
            client.sendall(LAST.replace(b"/livez", b"/wait"))
        eventually(lambda: len(waiting) == 2)

        assert not is_served(server)
        assert is_served(server, "127.0.0.2")
        go_on.set()
        for client in busy:
            assert ending_of(client).endswith(b"done")
        assert is_served(server)


def test_a_trusted_proxy_stands_for_many(serve):
    server = serve(trusted=[ip_network("127.0.0.1/32")], connections_of_peer=2)
    with ExitStack() as stack:
        several = [stack.enter_context(connect(server)) for _ in range(20)]
        for client in several:
            client.sendall(LAST)

        assert all(ending_of(client).startswith(b"HTTP/1.1 200") for client in several)


def test_of_requests_that_take_too_much_memory_the_largest_gives_way(serve):
    server = serve(request_bytes=100_000, small_bytes=10_000)
    head = b"POST /api/projects HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    small = b'{"name":"small"}'
    with connect(server) as kept, connect(server) as large, connect(server) as larger:
        kept.sendall(head + b"Content-Length: %d\r\n\r\n" % len(small) + small[:5])
        large.sendall(head + b"Content-Length: 60000\r\n\r\n" + b" " * 50_000)
        eventually(lambda: server.clients.kept.bytes > 50_000)
        larger.sendall(head + b"Content-Length: 80000\r\n\r\n" + b" " * 70_000)
        [refused] = parse(ending_of(larger))
        kept.sendall(small[5:])
        large.sendall(b'{"name":"large"}'.ljust(10_000))

        assert [parse(ending_of(one))[0].status for one in (kept, large)] == [201, 201]
    assert (refused.status, refused.body["code"]) == (503, "overloaded")
    assert refused.headers["retry-after"]
    eventually(lambda: server.clients.kept.bytes == 0)


def test_clients_that_go_away_leave_nothing_behind(serve):
    server = serve()
    with connect(server) as client:
        client.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\nx")
        eventually(lambda: server.clients.kept.bytes > 0)

    eventually(lambda: server.clients.kept.bytes == 0)


def test_of_answers_that_nobody_reads_not_too_much_is_kept(serve):
    asked = []

    def answer():
        asked.append(1)
        return Response(b"x" * 12_000_000)

    server = serve(routes=[("/big", answer)], answer_bytes=20_000_000)
    with ExitStack() as stack:
        deaf = [stack.enter_context(connect(server, f"127.0.0.{2 + n}")) for n in range(6)]
        for client in deaf:
            client.sendall(LAST.replace(b"/livez", b"/big"))

        eventually(lambda: len(asked) == len(deaf))
        eventually(lambda: server.clients.unread() <= 20_000_000)
        assert is_served(server)


def resident(server) -> float:
    """Megabytes at the peak."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def test_three_hundred_unfinished_bodies_and_a_thousand_pipelines_take_little(server):
    before = resident(server)
    head = b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 520000\r\n\r\n"
    with ExitStack() as stack:
        for number in range(300):
            client = stack.enter_context(connect(server, f"127.0.0.{2 + number // 100}"))
            client.setblocking(False)
            try:
                client.sendall(head + b" " * 510_000)
            except BlockingIOError:
                client.settimeout(20)
        for number in range(1000):
            client = stack.enter_context(connect(server, f"127.0.1.{1 + number // 100}"))
            client.sendall(b"GET / HTTP/1.1\r\n\r\n" * 450)

        [answer] = exchange(server, LAST)
        assert answer.status == 200
        assert resident(server) - before < 50


def test_each_address_is_served_in_turn_however_much_others_have_asked():
    queue = Queue()
    for number in range(3):
        queue.append(SimpleNamespace(peer="many", number=number))
    queue.append(SimpleNamespace(peer="one", number=0))

    order = [queue.popleft() for _ in range(len(queue))]

    assert [(one.peer, one.number) for one in order] == [
        *(("many", 0), ("one", 0), ("many", 1), ("many", 2))
    ]
    assert not queue


def test_while_many_sign_in_everything_else_is_answered(start_server, database_url):
    server = start_server(database_url, AUTH_MODE="password")
    body = b'{"email":"nobody-%d@x.example","password":"correct horse battery"}'
    head = b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
    with ExitStack() as stack:
        several = [stack.enter_context(connect(server, f"127.0.2.{1 + n}")) for n in range(150)]
        for number, client in enumerate(several, 100):
            client.sendall(head % len(body % number) + body % number)
        for _ in range(5):
            began = time.monotonic()
            assert server.call("GET", "/api/session")[0] == 401
            assert server.call("DELETE", "/api/session")[0] == 401
            assert server.call("GET", "/livez")[0] == 200
            assert time.monotonic() - began < 1
        # They still wait: what was measured was beside them.
        several[-1].setblocking(False)
        with pytest.raises(BlockingIOError):
            several[-1].recv(1)


def test_while_reports_take_long_everything_else_is_answered(serve):
    go_on, waiting = threading.Event(), []

    def wait():
        waiting.append(1)
        go_on.wait(20)
        return Response("done")

    server = serve(routes=[("/api/reports/long", wait)])
    with ExitStack() as stack:
        several = [stack.enter_context(connect(server)) for _ in range(20)]
        for client in several:
            client.sendall(LAST.replace(b"/livez", b"/api/reports/long"))
        eventually(lambda: len(waiting) == 1)

        [answer] = exchange(server, LAST.replace(b"/livez", b"/healthz"))

        assert answer.status == 200
        go_on.set()
        assert all(ending_of(client).endswith(b"done") for client in several)


def test_who_sends_a_byte_now_and_then_keeps_nobody_waiting_who_begins(serve):
    server = serve()
    flood = threading.Event()

    def drip(clients):
        while not flood.is_set():
            for client in clients:
                client.sendall(b"G")

    with ExitStack() as stack:
        clients = [stack.enter_context(connect(server, f"127.0.0.{2 + n // 100}"))
                   for n in range(500)]  # fmt: skip
        thread = threading.Thread(target=drip, args=(clients,))
        thread.start()
        try:
            began = time.monotonic()
            assert all(is_served(server) for _ in range(5))
            assert time.monotonic() - began < 5
        finally:
            flood.set()
            thread.join()


def drip(server, client):
    """Send three bytes, each when the one before was read; the server's end of the connection."""
    for count in range(1, 4):
        client.sendall(LAST[count - 1 : count])
        eventually(lambda count=count: [len(one.request.header_plus) for one in
                                        server.clients._all if one.request] == [count])  # fmt: skip
    [channel] = server.clients._all
    return channel


def test_who_sends_next_to_nothing_is_not_listened_to_for_a_while(serve):
    server = serve(rest_seconds=1000)
    with connect(server) as client:
        channel = drip(server, client)
        client.sendall(LAST[3:])

        assert all(is_served(server) for _ in range(5))
        assert len(channel.request.header_plus) == 3


def test_who_was_not_listened_to_for_a_while_is_answered_then(serve):
    server = serve(rest_seconds=0.1)
    with connect(server) as client:
        drip(server, client)
        client.sendall(LAST[3:])

        assert ending_of(client).startswith(b"HTTP/1.1 200")
