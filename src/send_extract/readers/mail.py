"""E-mails and pages saved as web archives: the body is the draft (RFC 5322, RFC 2045, RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from msgspec.structs import replace

from send_extract.diagnostics import diagnose
from send_extract.errors import UnreadableSource
from send_extract.readers import Read, read_document
from send_extract.readers.faults import blame_file
from send_extract.source import NOWHERE, Source

_BODIES = ("html", "plain")
"""The forms of one body, the one that keeps tables first."""
_LONGEST_NAME = 80


def read_eml(source: Source) -> Read:
    """The document of a message's body; its subject is a title, and each file that is attached is said.

    Raises:
        UnreadableSource: there are no words in the body.
        DefectiveSource: it is damaged.
    """
    with blame_file(source.name, "e-mail"):
        message = message_from_bytes(source.data, _class=EmailMessage, policy=default)
        body = message.get_body(_BODIES)
        text = "" if body is None else _decode_body(body)
        is_page = body is not None and body.get_content_subtype() == "html"
        subject = str(message.get("subject", "")).strip()
        attached = [*_list_attached(message)]
    if not text.strip():
        said = (
            f"{source.name}: the e-mail has no words of its own; save what is attached to it, and give that."
        )
        raise UnreadableSource(said)
    read = read_document(Source(source.name, text.encode(errors="replace")), "html" if is_page else None)
    properties = (*read.document.properties, *((("title", subject),) if subject else ()))
    document = replace(read.document, format="eml", encoding=None, properties=properties)
    said_of = tuple(diagnose("attachment-unread", NOWHERE, name=name) for name in attached)
    return replace(read, document=document, diagnostics=(*read.diagnostics, *said_of))


def _decode_body(body: MIMEPart) -> str:
    """The words of a body; where its encoding is none that is known, as UTF-8."""
    try:
        return str(body.get_content())
    except LookupError:
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _list_attached(message: EmailMessage) -> Iterator[str]:
    """The names of what is attached; pictures that the body shows are none."""
    for part in message.iter_attachments():
        name = part.get_filename()
        if name and part.get_content_maintype() != "image":
            yield str(name)[:_LONGEST_NAME]
