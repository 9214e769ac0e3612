#!/bin/sh
# The pictures of the README: a district and one of its units, as a browser shows them. Writes district.png and unit.png
# beside this file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$BUILD/screenshots
command -v chromium > /dev/null || { echo "on Debian or Ubuntu: sudo apt-get install chromium fonts-noto-core"; exit 1; }

take() { # PAGE HEIGHT NAME
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1000,"$2" \
        --screenshot="$here/$3" "file://$1" > /dev/null 2>&1
}

"$here/../pages/district.sh" "$work"
"$RASOAT" report "$work/kq" > /dev/null
take "$work/kq/report/index.html" 1000 district.png
for page in "$work"/kq/report/units/truong-thpt-*.html; do take "$page" 900 unit.png; done
ls -l "$here"/*.png
