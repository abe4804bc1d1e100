"""Writes MNIST as a table of the left half and images of the right half: halves.py MNIST OUT TRAIN TEST"""
import gzip, os, struct, sys, zlib
src, out, ntrain, ntest = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
def read(name):
    for path in (os.path.join(src, name), os.path.join(src, name + ".gz")):
        if os.path.exists(path):
            data = (gzip.open if path.endswith("gz") else open)(path, "rb").read()
            dims = data[3]
            return data[4 + 4 * dims:]
    raise SystemExit("no " + name)
def png(rows, width, height):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    raw = b"".join(b"\0" + rows[i * width:(i + 1) * width] for i in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))
for part, prefix, count in (("train", "train", ntrain), ("test", "t10k", ntest)):
    pixels, labels = read(prefix + "-images-idx3-ubyte"), read(prefix + "-labels-idx1-ubyte")
    os.makedirs(os.path.join(out, part), exist_ok=True)
    with open(os.path.join(out, part + ".csv"), "w") as f:
        f.write(",".join("p%d_%d" % (r, c) for r in range(28) for c in range(14)) + ",right,label\n")
        for i in range(min(count, len(labels))):
            image = pixels[i * 784:(i + 1) * 784]
            left = [image[r * 28 + c] for r in range(28) for c in range(14)]
            right = b"".join(image[r * 28 + 14:(r + 1) * 28] for r in range(28))
            name = "%s/%05d.png" % (part, i)
            open(os.path.join(out, name), "wb").write(png(right, 14, 28))
            f.write(",".join(map(str, left)) + ",%s,%d\n" % (name, labels[i]))
