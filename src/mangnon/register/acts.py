"""What acts on the register and readings of it are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things
from mangnon.register import details  # noqa: F401  (they announce themselves)

name_acts(
    "register",
    _("Trẻ em"),
    {
        # readings
        "register.due": _("Thấy tên trong việc đến hạn"),
        "register.export": _("Xuất danh sách"),
        "register.export_names": _("Xuất danh sách có họ tên"),
        "register.follow_ups": _("Thấy tên trong việc chờ theo dõi lại"),
        "register.list": _("Thấy tên trong danh sách"),
        "register.name": _("Thấy tên khi ghi hồ sơ"),
        "register.read": _("Mở hồ sơ"),
        "register.reveal_address": _("Hiện địa chỉ"),
        "register.reveal_document": _("Hiện số giấy tờ"),
        "register.reveal_evidence": _("Hiện số giấy tờ làm căn cứ"),
        "register.reveal_guardian": _("Hiện điện thoại người chăm sóc"),
        "register.reveal_telephone": _("Hiện điện thoại"),
        "register.search": _("Thấy tên khi tìm"),
        "register.siblings": _("Thấy tên trong hồ sơ anh chị em"),
        "register.transfer": _("Thấy tên trong yêu cầu chuyển hồ sơ"),
        "register.without_evidence": _("Thấy tên trong việc chờ giấy tờ"),
        # a child, its household, where it lives
        "register.take_back_children": _("Rút lại các trẻ đã nhập từ bảng tính"),
        "register.correct_identity": _("Sửa thông tin của trẻ"),
        "register.join_household": _("Nhập trẻ vào hộ"),
        "register.live_apart": _("Tách trẻ khỏi hộ"),
        "register.move_away": _("Ghi trẻ chuyển đi khỏi địa bàn"),
        "register.move_child": _("Ghi chuyển nơi ở"),
        "register.record_birth": _("Ghi một trẻ mới sinh"),
        "register.record_death": _("Ghi trẻ tử vong"),
        "register.register_child": _("Thêm một trẻ vào sổ"),
        "register.register_household": _("Thêm một hộ gia đình"),
        "register.remove_guardian": _("Bỏ người chăm sóc khỏi hồ sơ"),
        "register.set_guardian": _("Ghi người chăm sóc trẻ"),
        "register.set_home_details": _("Ghi địa chỉ, điện thoại của hộ"),
        "register.set_poverty": _("Ghi hộ nghèo, hộ cận nghèo"),
        # circumstances, assistance and what came of it
        "register.approve_plan": _("Ghi kế hoạch hỗ trợ, can thiệp"),
        "register.begin_circumstance": _("Ghi hoàn cảnh đặc biệt"),
        "register.close_plan": _("Đóng kế hoạch hỗ trợ, can thiệp"),
        "register.deliver_service": _("Ghi dịch vụ đã thực hiện"),
        "register.end_circumstance": _("Ghi kết thúc hoàn cảnh đặc biệt"),
        "register.follow_up": _("Theo dõi lại kết quả hòa nhập"),
        "register.give_assistance": _("Ghi trợ giúp đã nhận"),
        "register.record_reintegration": _("Ghi kết quả hòa nhập"),
        "register.set_evidence": _("Ghi giấy tờ làm căn cứ"),
        # weighing
        "register.add_to_weighday": _("Thêm trẻ vào buổi cân"),
        "register.close_weighday": _("Đóng buổi cân"),
        "register.correct_measurement": _("Sửa số đo"),
        "register.open_weighday": _("Mở buổi cân"),
        "register.record_measurement": _("Ghi cân, đo"),
        "register.record_weighday": _("Ghi số đo của buổi cân vào sổ"),
        "register.strike_measurement": _("Xóa số đo ghi sai"),
        "register.type_beside": _("Nhập số đo khác với số người khác vừa nhập"),
        "register.type_weighing": _("Nhập số đo trong buổi cân"),
        # a file that passes from commune to commune
        "register.ask": _("Hỏi hồ sơ của trẻ từ nơi khác"),
        "register.assign_heirs": _("Xếp trẻ về đơn vị mới sau khi chia tách"),
        "register.pass_to_heirs": _("Chuyển trẻ sang đơn vị mới khi sáp nhập"),
        "register.receive_child": _("Nhận hồ sơ trẻ chuyển đến"),
        "register.refuse_transfer": _("Từ chối chuyển hồ sơ"),
        "register.release_child": _("Đồng ý chuyển hồ sơ sang nơi khác"),
        "register.request_transfer": _("Yêu cầu chuyển hồ sơ về địa bàn của mình"),
        "register.withdraw_transfer": _("Rút lại yêu cầu chuyển hồ sơ"),
        # many at once
        "register.add_assistance": _("Ghi nhiều trợ giúp cùng lúc"),
        "register.add_births": _("Ghi nhiều trẻ mới sinh cùng lúc"),
        "register.add_children": _("Thêm nhiều trẻ cùng lúc"),
        "register.add_deaths": _("Ghi nhiều trẻ tử vong cùng lúc"),
        "register.add_households": _("Thêm nhiều hộ cùng lúc"),
        "register.add_measurements": _("Ghi nhiều lượt cân, đo cùng lúc"),
        "register.add_plan": _("Ghi nhiều kế hoạch hỗ trợ, can thiệp cùng lúc"),
        "register.add_plannedservice": _("Ghi nhiều dịch vụ trong kế hoạch cùng lúc"),
        "register.add_poverty": _("Ghi danh sách hộ nghèo, hộ cận nghèo"),
        "register.add_reintegration": _("Ghi nhiều kết quả hòa nhập cùng lúc"),
        "register.add_residences": _("Ghi nhiều nơi ở cùng lúc"),
        "register.add_spells": _("Ghi nhiều hoàn cảnh đặc biệt cùng lúc"),
        "register.end_residences": _("Ghi nhiều trẻ rời nơi ở cùng lúc"),
        "register.end_spells": _("Ghi kết thúc nhiều hoàn cảnh đặc biệt cùng lúc"),
        # what the register rests on
        "register.drop_view": _("Bỏ bộ lọc đã lưu"),
        "register.keep_view": _("Lưu bộ lọc"),
        "register.pass_views": _("Chuyển bộ lọc đã lưu cho người khác"),
        "register.put_catalogue": _("Cập nhật danh mục của sổ trẻ em"),
        "register.retire_key": _("Bỏ khóa cũ của hồ sơ"),
        "register.rotate_keys": _("Thay khóa của hồ sơ"),
        "register.withdraw_from_catalogue": _("Gỡ khỏi danh mục của sổ trẻ em"),
    },
)
name_things(
    {
        "register.asking": _("Lần hỏi hồ sơ"),
        "register.assistancekind": _("Loại trợ giúp"),
        "register.child": _("Hồ sơ trẻ em"),
        "register.circumstancegroup": _("Nhóm hoàn cảnh đặc biệt"),
        "register.evidencekind": _("Loại giấy tờ"),
        "register.household": _("Hộ gia đình"),
        "register.savedview": _("Bộ lọc đã lưu"),
        "register.weighday": _("Buổi cân"),
    }
)
