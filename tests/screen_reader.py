"""A listener on the accessibility bus: hears what a screen reader would be told of a program."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE = 60  # seconds
_EVENTS = ("object:state-changed:focused", "object:announcement", "object:text-caret-moved")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")


class Heard(NamedTuple):
    """One thing that was heard: what happened ("focus", "said" or "caret"), and the words of it.

    Carets are those of what has the focus: others are of no interest to who listens.
    """

    kind: str
    words: str
    role: str = ""


@contextmanager
def session_bus() -> Iterator[str]:
    """Run a session bus of one's own, and yield its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        try:
            assert bus.stdout
            yield bus.stdout.readline().decode().strip()
        finally:
            bus.terminate()


class ScreenReader:
    """Asks the accessibility bus for what happens, and each sender for the name of its part."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as asked:
            reply = asked.send_and_get_reply(new_method_call(_BUS, "GetAddress"), timeout=PATIENCE)
        self._bus: DBusConnection = open_dbus_connection(reply.body[0])
        self._waiting: list[Message] = []
        self._focused: tuple[str, str] | None = None
        for event in _EVENTS:
            self._ask(new_method_call(_REGISTRY, "RegisterEvent", "sass", (event, [], "")))
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        self._ask(message_bus.AddMatch(rule))

    def close(self) -> None:
        """Listen no longer."""
        self._bus.close()

    def hear(self, kind: str, words: str = "") -> Heard:
        """Wait for something of a kind that holds these words; fail after a while."""
        heard: list[Heard] = []
        end = time.monotonic() + PATIENCE
        while not any(one.kind == kind and words in one.words for one in heard[-1:]):
            left = end - time.monotonic()
            assert left > 0, f"{words or kind} was not heard, but {heard}"
            with suppress(TimeoutError):
                heard += self._understood(self._next(left))
        return heard[-1]

    def _next(self, seconds: float) -> Message:
        if self._waiting:
            return self._waiting.pop(0)
        return self._bus.receive(timeout=seconds)

    def _understood(self, message: Message) -> Iterator[Heard]:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        member = fields.get(HeaderFields.member)
        part = DBusAddress(fields[HeaderFields.path], fields[HeaderFields.sender], _ACCESSIBLE)
        if member == "StateChanged" and message.body[:2] == ("focused", 1):
            self._focused = (part.bus_name or "", part.object_path)
            role = self._ask(new_method_call(part, "GetRoleName"))
            yield Heard("focus", self._name(part), role[0] if role else "")
        elif member == "Announcement":
            yield Heard("said", message.body[3][1])
        elif member == "TextCaretMoved" and self._focused == (part.bus_name, part.object_path):
            yield Heard("caret", str(message.body[1]))

    def _name(self, part: DBusAddress) -> str:
        properties = part.with_interface("org.freedesktop.DBus.Properties")
        reply = self._ask(new_method_call(properties, "Get", "ss", (_ACCESSIBLE, "Name")))
        return str(reply[0][1]) if reply else ""

    def _ask(self, question: Message) -> tuple[Any, ...]:
        """Ask and return the answer, () for none; what comes meanwhile is heard later."""
        number = next(self._bus.outgoing_serial)
        self._bus.send(question, serial=number)
        while True:
            message = self._bus.receive(timeout=PATIENCE)
            if message.header.fields.get(HeaderFields.reply_serial) == number:
                return (
                    message.body if message.header.message_type is MessageType.method_return else ()
                )
            self._waiting.append(message)
