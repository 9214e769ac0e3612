#!/bin/sh
# A made-up district of files of the corpus in two rounds, for pictures and checks of its pages.
# usage: district.sh FOLDER [options of audit]   FOLDER/kq is what audit wrote
set -eu
corpus=$(cd "$(dirname "$0")/../../corpus" && pwd)
work=$1
shift
export RASOAT_RULES="$corpus/../rules"

rm -rf "$work"
mkdir -p "$work/nop"
audit() {
    (cd "$work" && "$RASOAT" audit nop -o kq --roster ds.csv --as-of 2026-01-01 --fail-on none -q "$@") || [ $? = 3 ]
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
audit "$@"
cp "$corpus/complete-justice.docx" "$work/nop/tu-phap.docx"
printf 'PK' > "$work/nop/hoa-sen.docx"
audit "$@"
