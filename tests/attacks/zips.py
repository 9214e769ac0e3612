"""ZIP packages written by hand (APPNOTE 6.3), so that every field can lie."""
import struct
import zlib

STORED, DEFLATED = 0, 8


def deflate(data, level=6):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def deflate_repeated(block, times):
    """A raw deflate stream of times blocks: packed once, joined at byte boundaries. Made in no time, whatever its size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return one * times + deflate(b"")


class Entry:
    def __init__(self, name, data=b"", packed=None, method=DEFLATED, size=None, flags=0x800, central_name=None,
                 extra=b"", offset=None):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.central_name = self.name if central_name is None else central_name
        self.method, self.flags, self.extra, self.offset = method, flags, extra, offset
        self.packed = packed if packed is not None else data if method == STORED else deflate(data)
        self.crc = zlib.crc32(data)
        self.size = len(data) if size is None else size

    def store(self):
        """As it is, not deflated."""
        if self.method == DEFLATED:
            self.method, self.packed = STORED, zlib.decompress(self.packed, -15)

    def fields(self):
        return struct.pack("<HHHHHIIIHH", 20, self.flags, self.method, 0, 0x21, self.crc, len(self.packed), self.size,
                           len(self.name), len(self.extra))

    def local(self):
        return b"PK\3\4" + self.fields() + self.name + self.extra + self.packed

    def central(self, offset):
        head = self.fields()[:-4] + struct.pack("<HH", len(self.central_name), len(self.extra))
        return (b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, offset) +
                self.central_name + self.extra)


def end(count, size, offset):
    return b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), size, offset, 0)


def archive(entries, tail=None):
    """The package; an entry with an offset of its own adds no data. tail(count, size, offset) → the end records."""
    out, central = bytearray(), bytearray()
    for entry in entries:
        at = len(out) if entry.offset is None else entry.offset
        if entry.offset is None:
            out += entry.local()
        central += entry.central(at)
    return bytes(out + central + (tail or end)(len(entries), len(central), len(out)))


def zip64_end(count, size, offset, told_count=None, told_size=None, told_offset=None, locator=None):
    """End records of ZIP64, each field true unless told otherwise."""
    true_count = count if told_count is None else told_count
    record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, true_count, true_count,
                                     size if told_size is None else told_size,
                                     offset if told_offset is None else told_offset)
    where = offset + size if locator is None else locator
    return (record + b"PK\6\7" + struct.pack("<IQI", 0, where, 1) + b"PK\5\6" +
            struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0))
