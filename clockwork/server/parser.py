"""A request as it comes in: what is no HTTP, or too large, becomes a refusal and nothing else."""

from typing import Any

from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import ChunkedReceiver
from waitress.utilities import BadRequest, RequestEntityTooLarge

# Fields of a header; browsers and proxies send thirty.
HEADER_FIELDS = 100
# Bytes of what stands between and after chunks.
CHUNK_LINE = 1024
TRAILER = 8192


class Parser(HTTPRequestParser):
    """One request. It has its attributes from the start, whatever becomes of its first line."""

    command = path = query = ""
    error: Any = None

    def __init__(self, adj: Adjustments, body_limit: int) -> None:
        super().__init__(adj)
        self._body_limit = body_limit

    def received(self, data: bytes) -> int:
        """Take bytes; how many of them were its own."""
        consumed: int = super().received(data)
        if not self.error:
            self.error = self._refusal()
        if self.error:
            self.completed = True
            self.close()
        if self.completed:
            # Whoever waits to be let go on gets the answer in place of that.
            self.expect_continue = False
        return consumed

    def parse_header(self, header_plus: bytes) -> None:
        """Raises ParsingError, also for what Waitress stumbles over."""
        if header_plus.count(b"\n") > HEADER_FIELDS + 1:
            raise ParsingError("too many header fields")
        try:
            super().parse_header(header_plus)
        except ValueError:
            # An address such as http://[, or a length of five thousand digits.
            raise ParsingError("the address or the length is none") from None

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
