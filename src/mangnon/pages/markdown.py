"""From a pack's Markdown to the blocks of a page's body."""

from collections.abc import Callable, Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("commonmark", {"html": False})
Link = Callable[[str], str]
Shown = Callable[[str], dict[str, Any]]
_PICTURE = "picture:"


def blocks_of(text: str, link: Link = str, picture: Shown | None = None) -> list[dict[str, Any]]:
    """Return a body's blocks: headings, runs of paragraphs and lists, notices (``>``), pictures.

    ``link`` turns what stands in a link (``page:about``) into an address, ``picture`` the code of
    ``![caption](picture:code)`` into a block's value.
    """
    found: list[dict[str, Any]] = []
    for kind, tokens in _runs(_READER.parse(text)):
        shown = picture_in(tokens)
        if shown is not None and picture is not None:
            caption, code = shown
            found.append({"type": "picture", "value": {**picture(code), "caption": caption}})
            continue
        _relink(tokens, link)
        html = _READER.renderer.render(tokens, _READER.options, {}).strip()
        if kind == "heading":
            found.append({"type": "heading", "value": tokens[1].content})
        elif kind == "notice":
            found.append({"type": "notice", "value": {"kind": "info", "text": html}})
        elif found and found[-1]["type"] == "paragraph":
            found[-1]["value"] += html
        else:
            found.append({"type": "paragraph", "value": html})
    return found


def sections_of(text: str, link: Link = str) -> list[str]:
    """Return the HTML under each heading, in order; what stands before the first is left out."""
    found: list[str] = []
    for kind, tokens in _runs(_READER.parse(text)):
        _relink(tokens, link)
        if kind == "heading":
            found.append("")
        elif found:
            found[-1] += _READER.renderer.render(tokens, _READER.options, {}).strip()
    return found


def links_in(text: str) -> list[str]:
    """Return what the links and the pictures of a text name."""
    children = (one for token in _READER.parse(text) for one in token.children or ())
    at = {"link_open": "href", "image": "src"}
    return [str(one.attrs[at[one.type]]) for one in children if one.type in at]


def picture_in(tokens: list[Token]) -> tuple[str, str] | None:
    """Return caption and code where a paragraph is one picture of the pack and nothing else."""
    children = [one for token in tokens for one in token.children or ()]
    if len(children) != 1 or children[0].type != "image":
        return None
    source = str(children[0].attrs["src"])
    if not source.startswith(_PICTURE):
        return None
    return children[0].content, source.removeprefix(_PICTURE)


def _runs(tokens: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Yield the text's outermost pieces, each with its tokens."""
    run: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.nesting
        inner = run and run[0].type == "blockquote_open"
        if not (inner and token.type in ("blockquote_open", "blockquote_close") and depth <= 1):
            run.append(token)
        if depth == 0:
            first = run[0].type
            if first == "blockquote_open":
                yield "notice", run[1:]
            else:
                yield "heading" if first == "heading_open" else "words", run
            run = []


def _relink(tokens: list[Token], link: Link) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrs["href"] = link(str(child.attrs["href"]))
