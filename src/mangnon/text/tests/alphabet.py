"""The Vietnamese alphabet written out for the tests, by hand and not by the code under test."""

# vowel: its six tones in dictionary order: none, huyền, hỏi, ngã, sắc, nặng
VOWELS = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
]
PLAIN_OF_VOWEL = "aaaeeiooouuy"
CONSONANTS = "bcdđghklmnpqrstvx"
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"

MARKED = "".join(VOWELS) + "đ"
LETTERS = MARKED + MARKED.upper()
PLAIN = {
    **{
        letter: plain
        for vowel, plain in zip(VOWELS, PLAIN_OF_VOWEL, strict=True)
        for letter in vowel
    },
    "đ": "d",
}

VIETNAMESE = LETTERS + CONSONANTS + CONSONANTS.upper() + " 0123456789,.-/"
