#!/bin/sh
# The pictures of the README: a district of files of the corpus in two rounds, and one of its units, as a browser shows
# them. Writes district.png and unit.png beside this file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
corpus=$here/../../corpus
work=$BUILD/screenshots
export RASOAT_RULES="$here/../../rules"
command -v chromium > /dev/null || { echo "on Debian or Ubuntu: sudo apt-get install chromium fonts-noto-core"; exit 1; }

rm -rf "$work"
mkdir -p "$work/nop"
audit() {
    (cd "$work" && "$RASOAT" audit nop -o kq --roster ds.csv --as-of 2026-01-01 --fail-on none -q) || [ $? = 3 ]
}
take() { # PAGE HEIGHT NAME
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1000,"$2" \
        --screenshot="$here/$3" "file://$1" > /dev/null 2>&1
}

{
    echo "Đơn vị,Loại,Tệp"
    echo "Bảo tàng tỉnh,Cơ quan,partial-museum.docx"
    echo "Bệnh viện đa khoa khu vực,Cơ quan,complete-hospital.odt"
    echo "Hạt Kiểm lâm liên huyện,Cơ quan,partial-forestry.docx"
    echo "Sở Tư pháp,Cơ quan,tu-phap.docx"
    echo "Trường THPT Nguyễn Cảnh Chân,Trường,conflicts-school.docx"
    echo "Trường Mầm non Hoa Sen,Trường,hoa-sen.docx"
    echo "UBND xã Sơn Thịnh,Xã,commune-rural.odt"
    echo "UBND xã Long Thới A,Xã,commune-complete.docx"
    echo "UBND xã Tân Lập,Xã,tan-lap.docx"
    echo "Công ty Gạch ngói Lũng Sơn,Doanh nghiệp,firm-149.docx"
} > "$work/ds.csv"
for name in partial-museum.docx complete-hospital.odt partial-forestry.docx conflicts-school.docx commune-rural.odt \
    commune-complete.docx firm-149.docx; do
    cp "$corpus/$name" "$work/nop/"
done
cp "$corpus/slogans.docx" "$work/nop/tu-phap.docx"
audit
cp "$corpus/complete-justice.docx" "$work/nop/tu-phap.docx"
printf 'PK' > "$work/nop/hoa-sen.docx"
audit
"$RASOAT" report "$work/kq" > /dev/null
take "$work/kq/report/index.html" 1000 district.png
for page in "$work"/kq/report/units/truong-thpt-*.html; do take "$page" 900 unit.png; done
ls -l "$here"/*.png
