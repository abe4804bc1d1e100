"""Makes golden/pillow.json of core's tests: what Pillow 13 makes of photos that a formula gives. Needs NumPy."""
import base64
import hashlib
import io
import json
import math
import pathlib

import numpy as np
from PIL import Image, ImageOps

GOLDEN = pathlib.Path(__file__).parents[2] / "core/src/test/resources/golden/pillow.json"

FILTERS = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC}


def photo(width, height, channels):
    """A formula that needs no file: waves, edges and a little of everything."""
    y, x, c = np.mgrid[0:height, 0:width, 0:channels]
    levels = (x * x * 7 + y * y * 3 + x * y * (5 + c) + 31 * c) % 251 + ((x // 5 + y // 7) % 2) * 4
    return levels.astype(np.uint8)


def image(width, height, channels):
    levels = photo(width, height, channels)
    return Image.fromarray(levels[:, :, 0] if channels == 1 else levels)


def planes(picture):
    levels = np.asarray(picture)
    return levels.tobytes() if levels.ndim == 2 else levels.transpose(2, 0, 1).tobytes()


def digest(picture):
    return hashlib.sha256(planes(picture)).hexdigest()


def fitted(picture, fit, side, share, kind):
    width, height = picture.size
    short = math.floor(side / share)
    if fit == "stretch":
        size = (short, short)
    elif fit == "crop":
        size = (short, int(short * height / width)) if width <= height else (int(short * width / height), short)
    else:
        size = (int(short * width / height), short) if width <= height else (short, int(short * height / width))
    # Along rows first, which Pillow 13 does not do where sides are scaled very unlike.
    resized = picture.resize((size[0], height), FILTERS[kind]).resize(size, FILTERS[kind])
    if fit == "pad" and share == 1:
        board = Image.new(picture.mode, (side, side), "white")
        board.paste(resized, ((side - size[0]) // 2, (side - size[1]) // 2))
        return board
    left, top = (int(round((n - side) / 2.0)) for n in size)
    return resized.crop((left, top, left + side, top + side))


def encoded(picture, **options):
    out = io.BytesIO()
    picture.save(out, **options)
    return base64.b64encode(out.getvalue()).decode()


def exif(tag):
    data = Image.Exif()
    data[0x0112] = tag
    return data


cases = []
for width, height, channels in [(37, 23, 3), (20, 61, 1), (16, 16, 3), (7, 5, 3), (300, 200, 3)]:
    for fit in ["crop", "pad", "stretch"]:
        for kind in FILTERS:
            for side, share in [(16, 1), (24, 0.875), (50, 1)]:
                if fit == "pad" and share != 1:
                    continue
                for tag in [1] if (width, side) != (37, 16) else range(1, 9):
                    stored = image(width, height, channels)
                    stored.info = {}
                    turned = Image.open(io.BytesIO(base64.b64decode(encoded(stored, format="PNG", exif=exif(tag)))))
                    turned = ImageOps.exif_transpose(turned)
                    cases.append(
                        {"width": width, "height": height, "channels": channels, "fit": fit, "kind": kind,
                         "side": side, "share": share, "tag": tag,
                         "sha256": digest(fitted(turned, fit, side, share, kind))})

rgba = Image.fromarray(photo(9, 6, 4))
board = Image.new("RGB", rgba.size, "white")
board.paste(rgba, mask=rgba.getchannel("A"))
files = {
    "rgba.png": {"file": encoded(rgba, format="PNG"), "levels": base64.b64encode(planes(board)).decode()},
    "lossless.webp": {"file": encoded(image(21, 10, 3), format="WEBP", lossless=True, exif=exif(6)),
                      "levels": base64.b64encode(planes(image(21, 10, 3).transpose(Image.ROTATE_270))).decode()},
    "alpha.webp": {"file": encoded(rgba, format="WEBP", lossless=True, exact=True, exif=exif(1)),
                   "levels": base64.b64encode(planes(board)).decode()},
}
smooth = image(96, 64, 3).resize((12, 8), Image.BICUBIC).resize((48, 32), Image.BICUBIC)
lossy = io.BytesIO()
smooth.save(lossy, format="WEBP", quality=90)
files["lossy.webp"] = {"file": base64.b64encode(lossy.getvalue()).decode(),
                       "levels": base64.b64encode(planes(Image.open(lossy).convert("RGB"))).decode()}
with open(GOLDEN, "w") as out:
    json.dump({"cases": cases, "files": files}, out, indent=0)
    out.write("\n")
