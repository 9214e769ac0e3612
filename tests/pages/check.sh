#!/bin/sh
# Pages as a browser shows them: makes a district's page, a unit's, and those of check and compare, in Vietnamese and
# English, and has check.cjs try them. Run by make check-pages, which installs what that needs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
corpus=$here/../../corpus
work=$BUILD/pages/made
export RASOAT_RULES="$here/../../rules"

mkdir -p "$BUILD/pages"
{
    echo "Mã quy tắc,Lý do,Người duyệt,Căn cứ,Hết hạn,Đơn vị"
    echo "l10-cq-d46-k05,Đã có trong quy chế chi tiêu nội bộ,Chánh Thanh tra,Thông báo số 12/TB-TTr,2026-12-31,Trường THPT Nguyễn Cảnh Chân"
    echo "l10-cq-d46-k07,Chưa có nguồn,Chánh Thanh tra,Thông báo số 13/TB-TTr,2025-06-30,Trường THPT Nguyễn Cảnh Chân"
} > "$BUILD/pages/waivers.csv"
"$here/district.sh" "$work" --waivers "$BUILD/pages/waivers.csv"
# a text of no unit of the roster, copied from one that is
cp "$corpus/partial-museum.docx" "$work/nop/ban_sao_quy_che_thuc_hien_dan_chu_trong_hoat_dong_cua_co_quan_ban_cuoi_cung_nam_2025.docx"
(cd "$work" && "$RASOAT" audit nop -o kq --roster ds.csv --as-of 2026-01-01 --fail-on none -q \
    --waivers "$BUILD/pages/waivers.csv") || [ $? = 3 ]

for language in vi en; do
    "$RASOAT" report -l $language "$work/kq" > /dev/null
    mv "$work/kq/report" "$work/$language"
    "$RASOAT" check -f html -l $language --outline -o "$work/$language/check.html" --fail-on none --as-of 2026-01-01 \
        "$corpus/conflicts.docx" "$corpus/plan.docx" "$corpus/commune-copied.docx" || [ $? = 3 ]
    "$RASOAT" compare -f html -l $language -o "$work/$language/compare.html" --fail-on none --as-of 2026-01-01 \
        "$corpus/conflicts.docx" "$corpus/complete-justice.docx"
done
cd "$work"
NODE_PATH=$BUILD/pages/node_modules node "$here/check.cjs" vi en
