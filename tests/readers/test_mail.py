from email.message import EmailMessage

import pytest

from send_extract import read_plan
from send_extract.document import Table
from send_extract.errors import SendExtractError
from send_extract.readers import Read, read_document
from send_extract.source import Source

TABLE = "<table><tr><th>Action</th><th>When</th></tr><tr><td>Mend the roof</td><td>May 2025</td></tr></table>"


def make_mail(subject: str = "Mill plan", text: str = "Dear all") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "clerk@mill.example", subject
    message.set_content(text)
    return message


def read(message: EmailMessage | bytes) -> Read:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return read_document(Source("plan.eml", data))


def test_of_two_forms_of_a_body_the_page_is_read() -> None:
    message = make_mail()
    message.add_alternative(f"<p>Dear all</p>{TABLE}", subtype="html")
    elements = read(message).document.elements
    assert [len(each.rows) for each in elements if isinstance(each, Table)] == [2]


def test_the_subject_is_the_title_of_a_plan_that_has_none() -> None:
    message = make_mail("Mill plan – agreed")
    message.add_alternative(TABLE, subtype="html")
    assert read_plan(Source("plan.eml", message.as_bytes())).title == "Mill plan – agreed"


def test_what_is_attached_is_said_and_a_picture_is_not() -> None:
    message = make_mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="crest.gif")
    found = read(message).diagnostics
    assert [(each.code, "plan.pdf" in each.message) for each in found] == [("attachment-unread", True)]


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: multipart/mixed",
        "Content-Type: multipart/alternative; boundary=",
        "Content-Type: text/html; charset=utf-16\nContent-Transfer-Encoding: base64",
        "Content-Type: message/rfc822",
        "Subject: =?utf-8?B?!!!?= =?x?q?=ZZ?=\nContent-Disposition: attachment; filename*0*=x",
    ],
)
def test_a_damaged_message_is_read_or_refused_in_one_line(head: str) -> None:
    data = f"MIME-Version: 1.0\n{head}\n\n{TABLE}".encode()
    fault = "plan.eml: "
    try:
        read(data)
    except SendExtractError as error:
        fault = str(error)
    assert fault.startswith("plan.eml: ")
    assert "\n" not in fault


def test_a_body_of_an_unknown_encoding_is_read_as_utf8() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=x-none\n\n" + TABLE.encode()
    assert any(isinstance(each, Table) for each in read(data).document.elements)
