"""Vietnamese family, middle and given names with rough weights, chosen for the simulation.

Our own lists and weights (an impression of the Red River delta, not a count). A given name has
two weights: among children born about 1996 and about 2025.
"""

FAMILY = {
    "Nguyễn": 37.0, "Phạm": 13.0, "Vũ": 8.0, "Trần": 7.0, "Lê": 5.0, "Bùi": 4.0, "Đỗ": 4.0,
    "Hoàng": 4.0, "Đặng": 2.2, "Đoàn": 1.8, "Đào": 1.8, "Ngô": 1.6, "Dương": 1.4, "Lương": 1.2,
    "Trịnh": 1.1, "Mạc": 0.9, "Đinh": 0.9, "Tạ": 0.8, "Phan": 0.8, "Cao": 0.6, "Hà": 0.6,
    "Tăng": 0.4, "Nhữ": 0.4, "Tiêu": 0.3, "Khúc": 0.3, "An": 0.2, "Chu": 0.2, "Lưu": 0.2,
    "Mai": 0.2, "Quách": 0.1,
}  # fmt: skip

SAN_DIU_FAMILY = {"Trần": 3.0, "Lê": 2.0, "Diệp": 2.0, "Tống": 1.0, "Lục": 1.0, "Ninh": 1.0}

GIRL_MIDDLE = {
    "Ngọc": 15.0, "Thu": 9.0, "Phương": 9.0, "Minh": 9.0, "Hà": 7.0, "Bảo": 7.0, "Khánh": 7.0,
    "Thùy": 6.0, "Thanh": 6.0, "Quỳnh": 5.0, "Hải": 4.0, "Mai": 4.0, "Diệu": 3.0, "Gia": 3.0,
    "Như": 2.0, "Tuệ": 2.0, "An": 2.0,
}  # fmt: skip
BOY_MIDDLE = {
    "Minh": 14.0, "Đức": 13.0, "Quang": 8.0, "Tuấn": 7.0, "Gia": 8.0, "Hải": 5.0, "Duy": 6.0,
    "Bảo": 7.0, "Ngọc": 4.0, "Xuân": 4.0, "Thành": 5.0, "Trung": 4.0, "Anh": 4.0, "Việt": 4.0,
    "Hữu": 3.0, "Công": 2.0, "Đăng": 2.0,
}  # fmt: skip

GIRL_GIVEN = {
    "Anh": (7.0, 8.0), "Linh": (6.0, 6.0), "Trang": (6.5, 4.0), "Hương": (6.0, 0.8),
    "Huyền": (5.5, 1.5), "Hà": (4.5, 3.0), "Thảo": (4.5, 3.0), "Nga": (3.5, 0.6),
    "Hằng": (3.5, 0.8), "Yến": (3.0, 1.5), "Phương": (4.0, 3.5), "Mai": (3.0, 2.5),
    "Hạnh": (3.0, 0.6), "Thủy": (3.0, 0.5), "Dung": (2.5, 0.6), "Loan": (2.0, 0.3),
    "Nhung": (3.5, 1.0), "Quỳnh": (3.0, 2.0), "Ngân": (1.5, 3.5), "Chi": (1.0, 5.5),
    "Vy": (0.5, 3.5), "My": (1.0, 4.0), "Ngọc": (3.0, 4.0), "Trâm": (0.8, 2.5), "An": (0.5, 5.0),
    "Châu": (0.5, 3.5), "Nhi": (0.8, 4.0), "Diệp": (0.6, 3.0), "Hân": (0.2, 3.5),
    "Thư": (0.6, 3.5), "Lan": (2.5, 1.0), "Giang": (1.5, 2.5), "Oanh": (1.8, 0.5),
    "Tâm": (1.2, 1.5),
}  # fmt: skip
BOY_GIVEN = {
    "Anh": (4.5, 6.0), "Minh": (3.5, 6.5), "Tuấn": (6.0, 2.0), "Hùng": (4.5, 1.5),
    "Dũng": (4.5, 2.5), "Hải": (4.5, 2.5), "Hiếu": (4.0, 2.5), "Đức": (4.0, 3.5), "Huy": (3.5, 5.0),
    "Nam": (4.0, 4.0), "Long": (3.5, 4.0), "Quân": (3.0, 4.5), "Sơn": (3.5, 2.5),
    "Thành": (4.0, 2.5), "Cường": (4.0, 1.2), "Mạnh": (3.0, 1.5), "Trường": (2.5, 1.5),
    "Phúc": (1.0, 4.5), "Khang": (0.3, 4.0), "Bảo": (0.5, 4.0), "Khôi": (0.2, 4.5),
    "Đạt": (2.5, 2.5), "Kiên": (2.5, 3.0), "Thắng": (3.5, 1.0), "Quang": (2.5, 2.0),
    "Phong": (1.5, 3.5), "Lâm": (1.0, 3.0), "Việt": (1.5, 2.0), "Tùng": (2.5, 2.0),
    "Hoàng": (2.5, 3.0), "Duy": (2.5, 2.0), "Dương": (1.5, 3.0), "An": (0.3, 3.5), "Tú": (1.5, 1.5),
}  # fmt: skip
