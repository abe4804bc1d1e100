"""Brings pages from outside docs to the site, and turns links between files of the project into links of the site."""

import posixpath
import re
from pathlib import Path

from mkdocs.structure.files import File

PROJECT = Path(__file__).resolve().parent.parent

# Pages of the project by their place on the site.
PAGES = {
    "project/contributing.md": "CONTRIBUTING.md",
    "project/security.md": "SECURITY.md",
    "project/changelog.md": "CHANGELOG.md",
    "project/third-party.md": "THIRD-PARTY.md",
    "project/specs.md": "specs/README.md",
    "project/peers.md": "bench/peers/README.md",
}
ON_SITE = {source: place for place, source in PAGES.items()} | {"README.md": "index.md"}
LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)


def on_files(files, config):
    for place, source in PAGES.items():
        files.append(File.generated(config, place, abs_src_path=str(PROJECT / source)))
    for name in ("site.css", "site.js"):
        files.append(
            File.generated(config, "assets/" + name, abs_src_path=str(PROJECT / "site" / name))
        )
    return files


def on_page_markdown(markdown, page, config, files):
    place = page.file.src_uri
    source = PAGES.get(place, "docs/" + place)

    def adapted(match):
        text, target = match.groups()
        if re.match(r"[a-z]+:|#", target):
            return match.group(0)
        path, _, anchor = target.partition("#")
        to = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if not (PROJECT / to).exists():
            raise ValueError(f"{source}: {target} is not there")
        on_site = ON_SITE.get(to) or (to[len("docs/") :] if to.startswith("docs/") else None)
        if on_site is None:
            return text  # A file of the sources: its name remains.
        link = posixpath.relpath(on_site, posixpath.dirname(place) or ".")
        return f"[{text}]({link}{'#' + anchor if anchor else ''})"

    parts = FENCE.split(markdown)
    return "".join(
        part if part.startswith("```") else LINK.sub(adapted, part) for part in parts
    )
