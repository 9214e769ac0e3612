"""A package whose only part is the package: what it inflates to is the whole file, again and again (Russ Cox, "Zip Files
All The Way Down"). The deflate stream is a program of literals (L) and repetitions (R), five bytes each, that prints
itself and what stands before and after it; the checksum of the whole, which stands in the whole, is solved for."""
import struct
import zlib

NAME = b"[Content_Types].xml"  # which is looked into to tell what a package is
UNIT = 5        # bytes of an instruction
LONGEST = 258   # of one repetition; what follows the stream is padded to fit it


def literal(count):
    """Prints the next bytes: the head of a stored block."""
    return b"\0" + struct.pack("<HH", count, count ^ 0xFFFF)


class Bits:
    def __init__(self):
        self.value = self.length = 0

    def number(self, value, length):
        self.value |= value << self.length
        self.length += length
        return self

    def code(self, value, length):
        """A Huffman code, whose first bit is the highest."""
        return self.number(int(f"{value:0{length}b}"[::-1], 2), length)

    def copy(self, length, length_symbol, length_extra, distance_symbol, distance_base, distance_extra):
        """A repetition of the last bytes, as many as they are."""
        if length_symbol < 280:
            self.code(length_symbol - 256, 7)
        else:
            self.code(length_symbol - 280 + 0xC0, 8)
        return self.number(*length_extra).code(distance_symbol, 5).number(length - distance_base, distance_extra)

    def unit(self):
        assert UNIT * 8 - 2 <= self.length <= UNIT * 8, self.length  # the next block's head begins in the next byte
        return self.value.to_bytes(UNIT, "little")


def block():
    return Bits().number(0, 1).number(1, 2)


def repeat(count):
    """Prints the last bytes again: a block of fixed codes, filled up with an empty one where it is short."""
    if count == 4 * UNIT:  # two times ten, twenty back
        bits = block()
        for _ in range(2):
            bits.code(264 - 256, 7).code(8, 5).number(20 - 17, 3)
        return bits.code(0, 7).unit()
    if count == LONGEST:
        bits = block().code(285 - 280 + 0xC0, 8).code(16, 5).number(LONGEST - 257, 7)
    else:
        assert 51 <= count <= 58, count
        bits = block().code(275 - 256, 7).number(count - 51, 3).code(11, 5).number(count - 49, 4)
    return bits.code(0, 7).number(0, 1).number(1, 2).code(0, 7).unit()


def head(crc, size, packed):
    return (b"PK\3\4" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, packed, size, len(NAME), 0) + NAME)


def tail(crc, size, packed, comment):
    """The end of the stream, the directory and the end record."""
    entry = (b"PK\1\2" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0x21, crc, packed, size, len(NAME), 0, 0, 0, 0,
                                     0, 0) + NAME)
    directory = len(head(0, 0, 0)) + packed
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), directory, len(comment)) + comment
    return b"\1" + struct.pack("<HH", 0, 0xFFFF) + entry + end


def whole(crc, size, packed, comment):
    before, after = head(crc, size, packed), tail(crc, size, packed, comment)
    first, last = len(before) + UNIT, len(after) + UNIT
    one, four, none = literal(UNIT), literal(4 * UNIT), literal(0)
    again, closing, back = repeat(first), repeat(last), repeat(4 * UNIT)
    return b"".join([
        before, literal(first), before, literal(first), again, one, again, one, one, four, again, one, one, four, back,
        four, back, four, back, four, back, four, back, none, none, literal(last), back,
        none, none, literal(last), closing, after, closing, after])


def solved(make):
    """The checksum that, written into the bytes, is theirs: it depends on each of its bits in a linear way."""
    base = zlib.crc32(make(0))
    columns = [zlib.crc32(make(1 << bit)) ^ base ^ (1 << bit) for bit in range(32)]
    rows = [(sum(((columns[c] >> r) & 1) << c for c in range(32)), (base >> r) & 1) for r in range(32)]
    for c in range(32):
        pivot = next((r for r in range(c, 32) if rows[r][0] >> c & 1), None)
        if pivot is None:
            return None
        rows[c], rows[pivot] = rows[pivot], rows[c]
        for r in range(32):
            if r != c and rows[r][0] >> c & 1:
                rows[r] = (rows[r][0] ^ rows[c][0], rows[r][1] ^ rows[c][1])
    return sum(value << c for c, (_, value) in enumerate(rows))


def quine():
    room = LONGEST - UNIT - len(tail(0, 0, 0, b""))
    size = len(whole(0, 0, 0, b" " * room))
    packed = size - len(head(0, 0, 0)) - len(tail(0, 0, 0, b" " * room)) + UNIT
    for seed in range(1000):  # some comments leave no solution
        comment = b"%*d" % (room, seed)
        crc = solved(lambda value, comment=comment: whole(value, size, packed, comment))
        if crc is not None:
            return whole(crc, size, packed, comment)
    raise AssertionError("no checksum of the whole")
