"""What the tail of a document number says: kinds of documents and who issues them, folded.

Kinds: the abbreviations of Decree 30/2020/NĐ-CP, annex III, and those of laws and decrees in use.
"""

from mangnon.text.sentence import Sentence

KINDS: dict[str, Sentence] = {
    "bb": Sentence(vi="biên bản", en="minutes"),
    "bc": Sentence(vi="báo cáo", en="report"),
    "cd": Sentence(vi="công điện", en="urgent dispatch"),
    "ct": Sentence(vi="chỉ thị", en="directive"),
    "ctr": Sentence(vi="chương trình", en="programme"),
    "cv": Sentence(vi="công văn", en="official letter"),
    "da": Sentence(vi="đề án hoặc dự án", en="scheme or project"),
    "hd": Sentence(vi="hướng dẫn", en="guidance"),
    "kh": Sentence(vi="kế hoạch", en="plan"),
    "kl": Sentence(vi="kết luận", en="conclusion"),
    "nd": Sentence(vi="nghị định", en="decree"),
    "nq": Sentence(vi="nghị quyết", en="resolution"),
    "pa": Sentence(vi="phương án", en="scheme of action"),
    "pl": Sentence(vi="pháp lệnh", en="ordinance"),
    "qc": Sentence(vi="quy chế", en="statute"),
    "qd": Sentence(vi="quyết định", en="decision"),
    "qdi": Sentence(vi="quy định", en="regulation"),
    "qyd": Sentence(vi="quy định", en="regulation"),
    "tb": Sentence(vi="thông báo", en="notice"),
    "tc": Sentence(vi="thông cáo", en="communiqué"),
    "tt": Sentence(vi="thông tư", en="circular"),
    "ttlt": Sentence(vi="thông tư liên tịch", en="joint circular"),
    "ttr": Sentence(vi="tờ trình", en="submission"),
    "vbhn": Sentence(vi="văn bản hợp nhất", en="consolidated text"),
}

# Central (TW), provincial (TU), district (HU, QU, ThU) and base (ĐU) committees of the Party.
PARTY_ISSUERS = frozenset({"tw", "tu", "hu", "qu", "thu", "du"})

# A Party office writes its committee last: BTGTU, BTCTW.
PARTY_ENDINGS = ("tw", "tu")

_CENTRAL = "cp ttg ctn vpcp ttcp nhnn tandtc vksndtc ubdt"
_LOCAL = "ubnd hdnd sldtbxh syt sgddt snv stc stp svhttdl"
_MINISTRIES = (
    "bca bct bdttg bgddt bgtvt bkhcn bkhdt bldtbxh bng bnnmt bnnptnt bnv bqp btc btnmt btp btttt "
    "bvhttdl bxd byt"
)
STATE_ISSUERS = frozenset(f"{_CENTRAL} {_LOCAL} {_MINISTRIES}".split())
