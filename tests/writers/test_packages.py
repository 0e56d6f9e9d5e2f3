import io
import zipfile

from send_extract.writers.packages import settle_package


def make_package(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), name.encode())
    return stream.getvalue()


def test_a_package_with_the_same_parts_has_the_same_bytes_in_whatever_order_they_came() -> None:
    settled = settle_package(make_package("b.xml", "a.xml"))
    assert settled == settle_package(make_package("a.xml", "b.xml"))
    with zipfile.ZipFile(io.BytesIO(settled)) as package:
        assert [(part.filename, package.read(part)) for part in package.infolist()] == [
            ("a.xml", b"a.xml"),
            ("b.xml", b"b.xml"),
        ]


def test_a_part_can_be_replaced() -> None:
    with zipfile.ZipFile(io.BytesIO(settle_package(make_package("a", "b"), {"a": b"new"}))) as package:
        assert [package.read(name) for name in package.namelist()] == [b"new", b"b"]
