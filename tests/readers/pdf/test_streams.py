import zlib

from send_extract.readers.pdf.streams import Losses, count_losses

WORDS = b"".join(b"(word %d) Tj\n" % number for number in range(400))
PACKED = zlib.compress(WORDS)


def test_a_damaged_stream_gives_what_stands_before_the_damage() -> None:
    losses = Losses()
    damaged = PACKED[: len(PACKED) // 2] + b"\xff" * 40 + PACKED[len(PACKED) // 2 + 40 :]

    unpacked = losses.unpack(damaged)

    assert WORDS[:200] in unpacked
    assert losses.count == 1


def test_a_stream_that_is_cut_short_gives_all_that_is_there() -> None:
    assert Losses().unpack(PACKED[:-8]).startswith(WORDS[: len(WORDS) // 2])


def test_losses_are_told_once() -> None:
    losses = Losses()
    losses.unpack(b"")
    assert [losses.tell(), losses.tell()] == [True, False]


def test_pdfminers_own_way_is_back_when_the_file_is_read() -> None:
    from pdfminer import pdftypes

    usual = pdftypes.decompress_corrupted
    with count_losses() as losses:
        assert pdftypes.decompress_corrupted(PACKED[:-8])
    assert (losses.count, pdftypes.decompress_corrupted) == (1, usual)
