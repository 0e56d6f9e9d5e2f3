"""Mutations of what is packed: the parts of an office file and their XML, the objects and streams of a PDF."""

import base64
import copy
import html
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from random import Random

from lxml import etree

from tests.fuzz import bytewise
from tests.fuzz.textual import put_words

_WORDS = re.compile(rb'(?<=>)[^<>]+(?=<)|(?<==")[^"<>]+(?=")')
_UNPRINTED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot have."""
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+")
_OPERATOR = re.compile(rb"[^\n]+\n?")


def mutate_package(random: Random, data: bytes) -> bytes:
    """An office file with one of its parts changed, gone, doubled or damaged."""
    parts = _unpack(data)
    name = _choose_name(random, parts)
    change = random.random()
    if change < 0.75:
        parts[name] = _change_xml(random, parts[name])
    elif change < 0.8:
        parts[name] = random.choice(bytewise.MUTATIONS)(random, parts[name])
    elif change < 0.85:
        del parts[name]
    elif change < 0.9:
        return _pack(parts, twice=name)
    else:
        return _damage(random, _pack(parts))
    return _pack(parts)


def change_words(random: Random, data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """An office file with the words between two tags of one of its parts changed, or the value of an attribute."""
    parts = _unpack(data)
    name = _choose_name(random, parts)
    found = list(_WORDS.finditer(parts[name]))
    if not found:
        return data
    match = random.choice(found)
    words = _UNPRINTED.sub("", change(match[0]).decode("utf-8", "ignore"))
    part = parts[name][: match.start()] + html.escape(words).encode() + parts[name][match.end() :]
    return _pack({**parts, name: part})


def _choose_name(random: Random, parts: Mapping[str, bytes]) -> str:
    words = [each for each in parts if re.search(r"document\.xml$|sheet\d|sharedStrings|content\.xml", each)]
    return random.choice(words if words and random.random() < 0.8 else list(parts))


def _unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(parts: dict[str, bytes], twice: str = "") -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in parts.items():
            archive.writestr(name, data)
            if name == twice:
                archive.writestr(name, data[: len(data) // 2])
    return stream.getvalue()


def _damage(random: Random, data: bytes) -> bytes:
    """A byte of what is packed is another."""
    place = random.randrange(len(data))
    return data[:place] + bytes((data[place] ^ (1 << random.randrange(8)),)) + data[place + 1 :]


def _change_xml(random: Random, data: bytes) -> bytes:
    """The XML of a part with an element gone, doubled, elsewhere, renamed, or with other words or values."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
    if not elements:
        return data
    _change_element(random, random.choice(elements), random.choice(elements))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _change_element(random: Random, element: etree._Element, other: etree._Element) -> None:
    parent = element.getparent()
    change = random.randrange(7)
    if change == 0 and parent is not None:
        parent.remove(element)
    elif change == 1 and parent is not None:
        for _ in range(random.choice((1, 2, 20))):
            parent.insert(parent.index(element), copy.deepcopy(element))
    elif change == 2:
        other.append(copy.deepcopy(element))
    elif change == 3:
        element.tag = other.tag
    elif change == 4 and element.attrib:
        name = random.choice(list(element.attrib))
        element.set(name, random.choice(("", "-1", "0", "1", "99999999999", "true", "x", "A1:XFD1048576")))
    elif change == 5:
        element.text = put_words(random, element.text or "")
    else:
        element.text = (other.text or "") + random.choice(("", " ", "\n", "&", "31/02/2022", "_x000D_"))


def mutate_paper(random: Random, data: bytes) -> bytes:
    """A PDF with a stream damaged, or unpacked and changed, or with its objects changed."""
    streams = list(_STREAM.finditer(data))
    if not streams or random.random() < 0.3:
        return random.choice(bytewise.MUTATIONS)(random, data)
    match = random.choice(streams)
    packed = match[1]
    if random.random() < 0.3:
        changed = random.choice((_damage, bytewise.cut, bytewise.truncate))(random, packed)
        return data[: match.start(1)] + changed + data[match.end(1) :]
    plain = _inflate(packed)
    changed = zlib.compress(_change_operators(random, plain))
    if packed.rstrip().endswith(b"~>"):
        changed = base64.a85encode(changed) + b"~>"
    head = data[: match.start()]
    lengths = list(_LENGTH.finditer(head))
    if lengths:
        head = head[: lengths[-1].start()] + b"/Length %d" % len(changed) + head[lengths[-1].end() :]
    return head + b"stream\n" + changed + b"\nendstream" + data[match.end() :]


def _inflate(packed: bytes) -> bytes:
    for wrapped in (packed, _decode_ascii(packed)):
        try:
            return zlib.decompress(wrapped)
        except zlib.error:
            continue
    return packed


def _decode_ascii(packed: bytes) -> bytes:
    try:
        return base64.a85decode(packed.strip().removesuffix(b"~>"))
    except ValueError:
        return packed


def _change_operators(random: Random, plain: bytes) -> bytes:
    """A page's operators with one gone, doubled, elsewhere or with other bytes."""
    operators = _OPERATOR.findall(plain)
    if not operators or random.random() < 0.3:
        return random.choice(bytewise.MUTATIONS)(random, plain)
    place, other = random.randrange(len(operators)), random.randrange(len(operators))
    change = random.randrange(4)
    if change == 0:
        del operators[place : place + random.choice((1, 2, 10))]
    elif change == 1:
        operators[other:other] = operators[place : place + random.choice((1, 3, 20))]
    elif change == 2:
        operators.insert(other, operators.pop(place))
    else:
        operators[place] = re.sub(
            rb"-?\d+\.?\d*", lambda _: b"%d" % random.randrange(-50, 900), operators[place]
        )
    return b"".join(operators)
