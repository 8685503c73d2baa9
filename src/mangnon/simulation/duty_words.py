"""What offices write with a step in the invented province; nobody and no place is named."""

import numpy as np

WORDS = {
    "report": (
        "Đã làm xong; văn bản và biên bản lưu tại cơ quan.",
        "Đã hoàn thành đúng nội dung được giao, kèm danh sách lưu tại bộ phận chuyên môn.",
        "Đã thực hiện; các thôn, khu dân cư đều đã được thông báo.",
        "Đã hoàn thành; những việc còn lại theo dõi trong kỳ sau.",
    ),
    "return": ("Chưa rõ phần việc của xã và của cấp trên, đề nghị nêu rõ rồi giao lại.",),
    "hand_again": ("Xã phổ biến đến các thôn, khu dân cư; phần còn lại cấp trên làm.",),
    "ask": ("Mẫu báo cáo lấy ở đâu, và có phải gửi bản giấy không?",),
    "answer": ("Dùng mẫu gửi kèm văn bản giao việc; gửi bản điện tử là đủ.",),
    "pause": ("Chờ cơ quan phối hợp gửi số liệu.",),
    "send_back": ("Còn thiếu số và ngày của kế hoạch, đề nghị bổ sung.",),
    "ask_extension": ("Người phụ trách mới nhận việc, cần thêm thời gian để đối chiếu số liệu.",),
    "answer_extension": ("Đồng ý; đây là lần gia hạn duy nhất.",),
}


def words_for(act: str, chance: np.random.Generator) -> str:
    """Choose words for a step; none where the step needs none."""
    found = WORDS.get(act, ("",))
    return found[int(chance.integers(len(found)))]
