"""What can be wrong with a survey's file, every mistake at once."""

from collections.abc import Sequence

from mangnon.growth.errors import GrowthError
from mangnon.text.sentence import Sentence


class SurveyError(GrowthError):
    """A survey that cannot be judged; `sentences` holds every mistake found, at least one."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        super().__init__(sentences[0])
        self.sentences = tuple(sentences)

    def __str__(self) -> str:
        return "\n".join(str(sentence) for sentence in self.sentences)


def why_not(problem: OSError) -> Sentence:
    """Say in a few words why a file could not be opened or written."""
    if isinstance(problem, FileNotFoundError):
        return Sentence(vi="không có tệp hoặc thư mục này", en="there is no such file or folder")
    if isinstance(problem, PermissionError):
        return Sentence(vi="không có quyền", en="permission denied")
    if isinstance(problem, IsADirectoryError):
        return Sentence(vi="đây là một thư mục", en="it is a folder")
    return Sentence(vi=f"lỗi hệ thống {problem.errno}", en=str(problem.strerror))


def refused(vi: str, en: str) -> SurveyError:
    """Make the error of one mistake."""
    return SurveyError([Sentence(vi=vi, en=en)])
