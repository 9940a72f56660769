"""A request as it comes in: what is no HTTP, or too large, becomes a refusal and nothing else."""

import time
from typing import Any

from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import ChunkedReceiver
from waitress.utilities import BadRequest, Error, RequestEntityTooLarge

from clockwork.imports.source import LARGEST
from clockwork.server.clients import Kept

# What takes a whole file; everything else is short.
UPLOAD = ("POST", "/api/imports")
# Fields of a header; browsers and proxies send thirty.
HEADER_FIELDS = 100
# Bytes of what stands between and after chunks.
CHUNK_LINE = 1024
TRAILER = 8192
# Waitress keeps a request's head as it came, its address, and its parts.
COPIES = 3


class Parser(HTTPRequestParser):
    """One request. It has its attributes from the start, whatever becomes of its first line."""

    command = path = query = ""
    error: Any = None

    def __init__(self, adj: Adjustments, body_limit: int, kept: Kept, uploads: Kept) -> None:
        super().__init__(adj)
        self.began = time.time()
        # Bytes of memory that it takes, of those that all of its kind take.
        self.kept = 0
        self.all_kept = kept
        self._body_limit = body_limit
        self._uploads = uploads

    @property
    def is_upload(self) -> bool:
        """Whether it brings a file, which is kept apart, may be large and take its time."""
        return self.all_kept is self._uploads

    def received(self, data: bytes) -> int:
        """Take bytes; how many of them were its own."""
        consumed: int = super().received(data)
        error = self.error or self._refusal()
        if error:
            self.refuse(error)
        else:
            self._keep(self.header_bytes_received * COPIES + len(self.body_rcv or b""))
        if self.completed:
            # Whoever waits to be let go on gets the answer in place of that.
            self.expect_continue = False
        return consumed

    def refuse(self, error: Error) -> None:
        """Take no more of it, whatever is still to come."""
        self.error = error
        self.completed = True
        self.close()

    def close(self) -> None:
        """Give back what it takes."""
        super().close()
        self._keep(0)

    def parse_header(self, header_plus: bytes) -> None:
        """Raises ParsingError, also for what Waitress stumbles over."""
        if header_plus.count(b"\n") > HEADER_FIELDS + 1:
            raise ParsingError("too many header fields")
        try:
            super().parse_header(header_plus)
        except ValueError:
            # An address such as http://[, or a length of five thousand digits.
            raise ParsingError("the address or the length is none") from None
        if (self.command, self.path) == UPLOAD:
            self._keep(0)
            self.all_kept, self._body_limit = self._uploads, LARGEST

    def _keep(self, count: int) -> None:
        self.all_kept.add(count - self.kept)
        self.kept = count

    def _refusal(self) -> BadRequest | None:
        body = self.body_rcv
        if body is None:
            return None
        if max(self.content_length, len(body)) > self._body_limit:
            return RequestEntityTooLarge("the body is over the limit")
        if isinstance(body, ChunkedReceiver) and (
            len(body.control_line) > CHUNK_LINE or len(body.trailer) > TRAILER
        ):
            return BadRequest("the line of a chunk is too long")
        return None
