"""The middleware that decides which requests reach the desk.

A request is let through if its Host header is that of this desk, with the port; if it has the key as a cookie; and, if
it changes something, if its Origin header is that of this desk. Comparing with a fixed list prevents DNS rebinding,
where host and origin of a request agree. The Content-Security-Policy of each answer permits no other site.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .desk_state import DeskState
from .running_desks import proof

MOST_BYTES = 24_000_000
"""The largest request body in bytes: the largest logo, and the form around it."""
SAFE = frozenset(("GET", "HEAD"))
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' blob:",  # object URLs, which the desk's own script makes from an answer
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "content-security-policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    # Not ‘no-referrer’: forms would then say ‘Origin: null’ (Fetch, “append a request Origin header”). Like it, this
    # tells other sites nothing.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_CLOSED = "This desk opens only from the window or the file that started it. Go back there and open it again."


class RequestGuard:
    """Middleware that lets a request through to the application only with the right host, key cookie and origin."""

    def __init__(self, inside: ASGIApp, state: DeskState, clock: Callable[[], float]) -> None:
        self.inside, self.state, self.clock = inside, state, clock
        self.hosts = {f"{name}:{state.port}" for name in ("127.0.0.1", "localhost")}
        self.cookie = f"desk-{state.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        answer = self._judged(scope)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if answer is None:
            self.state.last_seen = self.clock()
            await self.inside(scope, _bounded(receive), sent)
        else:
            await answer(scope, receive, sent)

    def _judged(self, scope: Scope) -> Response | None:
        """The refusal, or another direct answer; None for a request that may pass."""
        headers, method = Headers(scope=scope), scope["method"]
        if headers.getlist("host") not in [[host] for host in self.hosts]:
            return PlainTextResponse("There is nothing here.", 421)
        try:
            asked = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=50)
        except ValueError:
            return PlainTextResponse("This is too much.", 400)
        if scope["path"] == "/alive":
            return PlainTextResponse(proof(self.state.key, asked.get("challenge", [""])[0]))
        if scope["path"] == "/" and "key" in asked and self._is_key(asked["key"][0]):
            return self._welcome(asked)
        if not self._is_key(cookie_parser(headers.get("cookie", "")).get(self.cookie, "")):
            return PlainTextResponse(_CLOSED, 403)
        if method in SAFE:
            return None
        if headers.get("origin") != f"http://{headers['host']}":
            return PlainTextResponse("This did not come from a page of the desk, and nothing was done.", 403)
        return self._too_large(headers)

    def _is_key(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.state.key.encode())

    def _welcome(self, asked: dict[str, list[str]]) -> Response:
        """Set the key cookie and redirect to an address without the key, so that no browser history keeps it."""
        rest = {name: values for name, values in asked.items() if name != "key"}
        answer = RedirectResponse("/" + (f"?{urlencode(rest, doseq=True)}" if rest else ""), 303)
        answer.set_cookie(self.cookie, self.state.key, httponly=True, samesite="strict", path="/")
        return answer

    @staticmethod
    def _too_large(headers: Headers) -> Response | None:
        length = headers.get("content-length", "")
        if not length.isdigit():
            return PlainTextResponse("How long it is has to be said.", 411)
        return PlainTextResponse("This is too large.", 413) if int(length) > MOST_BYTES else None


def _bounded(receive: Receive) -> Receive:
    """Limit the body that is received to MOST_BYTES; beyond that the application sees a disconnect."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > MOST_BYTES else message

    return received
