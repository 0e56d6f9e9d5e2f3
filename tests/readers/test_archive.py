"""The gate: what an honest office file holds passes, what none holds is refused in one clear line."""

import io
import zipfile

import pytest

from send_extract.errors import DefectiveSource
from send_extract.readers.archive import ArchiveLimits, check_archive, check_flat
from send_extract.source import Source
from tests.forms.office import make_word_file, paragraph, zip_files
from tests.forms.texts import make_flat_file

HONEST = make_word_file(paragraph("A plan"))


def refuse(data: bytes, limits: ArchiveLimits | None = None) -> str:
    with pytest.raises(DefectiveSource) as refusal:
        check_archive(Source("draft.docx", data), limits or ArchiveLimits())
    message = str(refusal.value)
    assert message.startswith("draft.docx: ")
    assert "\n" not in message
    return message


def test_an_honest_file_passes_and_its_parts_are_named() -> None:
    assert "word/document.xml" in check_archive(Source("draft.docx", HONEST))


def test_a_bomb_is_refused_by_its_declared_size() -> None:
    bomb = zip_files({"word/document.xml": "<a/>", "word/media/x.bin": "0" * 20_000_000})

    assert "over 200 times its size" in refuse(bomb)
    assert "unpacks to 20 MB, more than 10 MB" in refuse(bomb, ArchiveLimits(size=10_000_000))


def test_too_many_parts_are_refused() -> None:
    assert "more than 100" in refuse(
        zip_files({f"part{each}.bin": "" for each in range(101)}), ArchiveLimits(entries=100)
    )


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "C:\\evil.xml", "word/..\\..\\evil.xml"])
def test_names_that_point_outside_are_refused(name: str) -> None:
    assert "points outside the file" in refuse(zip_files({"word/document.xml": "<a/>", name: "<a/>"}))


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        f"<!--{' ' * 3_000_000}--><!DOCTYPE a><a/>",
        '<?xml version="1.0"?><!doctype a><a/>',
    ],
    ids=["entities", "behind a long comment", "in small letters"],
)
def test_declarations_in_a_part_are_refused(content: str) -> None:
    assert "declares a document type or entities" in refuse(zip_files({"word/document.xml": content}))


def test_a_declaration_in_another_encoding_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<!DOCTYPE a><a/>".encode("utf-16"))

    assert "declares a document type" in refuse(stream.getvalue())


def test_an_encrypted_part_is_refused_as_protected() -> None:
    locked = bytearray(HONEST)
    position = locked.find(b"PK\x01\x02")
    locked[position + 8] |= 1

    assert "password-protected" in refuse(bytes(locked))


@pytest.mark.parametrize("length", [40, 200, len(HONEST) // 2, len(HONEST) - 10])
def test_a_file_cut_short_is_refused_wherever_it_was_cut(length: int) -> None:
    assert "damaged or cut short" in refuse(HONEST[:length])


def test_a_flat_file_that_declares_entities_is_refused() -> None:
    data = make_flat_file("&a;", before='<!DOCTYPE a [<!ENTITY a "x">]>')

    with pytest.raises(DefectiveSource, match="declares a document type"):
        check_flat(Source("draft.fodt", data))


def test_a_part_that_is_there_twice_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", "<b/>")

    with pytest.raises(DefectiveSource, match="is there more than once"):
        check_archive(Source("plan.docx", stream.getvalue()))
