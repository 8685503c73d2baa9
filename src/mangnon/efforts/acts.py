"""What acts on tasks, money and gifts are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "efforts",
    _("Nhiệm vụ, giải pháp"),
    {
        "efforts.add_channel": _("Ghi một kênh truyền thông"),
        "efforts.add_measure": _("Ghi một biện pháp"),
        "efforts.add_partner": _("Ghi một người đóng góp"),
        "efforts.add_pilot": _("Ghi một mô hình"),
        "efforts.add_site": _("Ghi nơi thực hiện mô hình"),
        "efforts.ask_opinion": _("Lấy ý kiến về một đề xuất chính sách"),
        "efforts.begin_campaign": _("Ghi một đợt truyền thông"),
        "efforts.draft": _("Ghi đề xuất chính sách đã có dự thảo"),
        "efforts.drop": _("Dừng một đề xuất chính sách"),
        "efforts.end_site": _("Kết thúc mô hình tại một nơi"),
        "efforts.enforce": _("Ghi đề xuất chính sách đã có hiệu lực"),
        "efforts.give": _("Ghi một khoản chi của Quỹ"),
        "efforts.pass_to_heirs": _("Chuyển mô hình và Quỹ sang đơn vị mới khi sáp nhập"),
        "efforts.pledge": _("Ghi một cam kết đóng góp"),
        "efforts.propose": _("Ghi một đề xuất chính sách"),
        "efforts.publish_accounts": _("Công khai thu, chi của Quỹ"),
        "efforts.receive": _("Ghi một khoản thu của Quỹ"),
        "efforts.redraft": _("Sửa dự thảo một đề xuất chính sách"),
        "efforts.resolve": _("Ghi đề xuất chính sách đã có nghị quyết"),
        "efforts.say_effect": _("Ghi hiệu quả một đợt truyền thông"),
        "efforts.set_budget": _("Ghi kinh phí của một biện pháp"),
        "efforts.submit": _("Trình một đề xuất chính sách"),
    },
)
name_things(
    {
        "efforts.account": _("Bản công khai của Quỹ"),
        "efforts.campaign": _("Đợt truyền thông"),
        "efforts.gift": _("Khoản thu của Quỹ"),
        "efforts.grant": _("Khoản chi của Quỹ"),
        "efforts.measure": _("Biện pháp"),
        "efforts.partner": _("Người đóng góp"),
        "efforts.pilot": _("Mô hình"),
        "efforts.pledge": _("Cam kết đóng góp"),
        "efforts.proposal": _("Đề xuất chính sách"),
        "efforts.site": _("Nơi thực hiện mô hình"),
    }
)
name_details(
    {
        "efforts.amount": _("số tiền"),
        "efforts.children": _("số trẻ em"),
        "efforts.given": _("đã cấp"),
        "efforts.number": _("số"),
        "efforts.pass_to_heirs.moved": _("số bản ghi chuyển"),
        "efforts.planned": _("dự toán"),
        "efforts.source": _("nguồn"),
        "efforts.spent": _("đã chi"),
        "efforts.stage": _("bước"),
        "efforts.year": _("năm"),
    }
)
