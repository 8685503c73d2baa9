"""Whatever a file from outside says, XML made of it is read again."""

import sys
from xml.etree import ElementTree

from mangnon.text.in_xml import in_xml


def test_every_character_gives_xml_that_is_read_again():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    held = ElementTree.Element("p")
    held.text = in_xml(everything)
    read = ElementTree.fromstring(ElementTree.tostring(held, encoding="utf-8"))
    assert read.text == held.text


def test_words_stay_as_they_are():
    words = "Điều 5.\tTrẻ em “khuyết tật” – 1/3\nđ) … 😀"
    assert in_xml(words) == words


def test_what_nobody_sees_is_left_out():
    assert in_xml("a\x00\x0b\x0c\x1b\x85\ufffe\uffff\U0001ffffb\r\n") == "ab\n"
