"""Writes a report of some thirty pages for each profile: what only long reports show.

Output: FOLDER/long-PROFILE.json.  Text, names and figures are invented.
"""
import json
import os
import sys

SENTENCE = ("Các đơn vị bám sát chương trình công tác năm, phân công rõ người, rõ việc, rõ thời hạn; kết quả thực hiện "
            "được kiểm tra, đánh giá hằng tháng và công khai để cán bộ, Nhân dân cùng biết, cùng giám sát.")
FORMS = {
    "party-hd05": ("party", "BC/ĐU", "2026-11-20", "T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
    "party-hd36": ("party", "BC/ĐU", "2025-11-20", "T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
    "state-nd30": ("state", "BC-SNV", "2026-11-20", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
}


def table(rows):
    figures = [[i + 1, "Đơn vị số %d" % (i + 1), 100 + i, 90 + i, round((90 + i) / (100 + i) * 100, 1)]
               for i in range(rows)]
    for i in range(0, rows - 2, 40):  # a name that two rows share
        figures[i][1] = {"value": figures[i][1], "rowspan": 2}
        del figures[i + 1][1]
    return {"table": {
        "caption": "Kết quả theo đơn vị",
        "columns": [{"title": "TT", "kind": "index"}, {"title": "Đơn vị"},
                    {"title": "Đảng viên", "columns": [
                        {"title": "Tổng số", "kind": "count"}, {"title": "Tham gia", "kind": "count"},
                        {"title": "Tỷ lệ (%)", "kind": "percent"}]}],
        "rows": figures, "total": {"label": "Tổng cộng"}}}


def section(i):
    inner = [{"title": "Nội dung thứ %d" % k, "blocks": [
        SENTENCE * (1 + (i + k) % 3), {"title": "Điểm nhấn", "blocks": [
            SENTENCE, {"list": [SENTENCE[:60 + 7 * k], {"text": "gồm:", "list": ["một", "hai"]}]}]}]}
        for k in range(1, 5)]
    return {"title": "Lĩnh vực công tác thứ %d" % i, "blocks": [SENTENCE * 2] + inner}


def report(profile):
    kind, symbol, date, authority, position = FORMS[profile]
    return {
        "baocao": 1, "profile": profile,
        "organization": {"kind": kind, "parent": "Đảng bộ tỉnh Minh Thành",
                         "name": "Cơ quan có tên gọi rất dài để xem tên được ngắt đều thành nhiều dòng"},
        "document": {"number": 12, "symbol": symbol, "place": "Minh Thành", "date": date,
                     "subject": "Kết quả công tác năm, phương hướng, nhiệm vụ và giải pháp chủ yếu của năm sau"},
        "sections": [section(i) for i in range(1, 9)] + [{"title": "Số liệu", "blocks": [table(200), SENTENCE]}],
        "recipients": ["Nơi nhận thứ %d" % i for i in range(1, 40)] + ["Lưu Văn phòng"],
        "signatures": [{"lines": [authority, position], "name": "Nguyễn Văn Mẫu"}],
    }


for name in FORMS:
    with open(os.path.join(sys.argv[1], "long-%s.json" % name), "w", encoding="utf-8") as file:
        json.dump(report(name), file, ensure_ascii=False)
