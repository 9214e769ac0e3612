/* What lists say of a unit in brackets behind its name. */
#ifndef RASOAT_TEXT_UNIT_REMARKS_H
#define RASOAT_TEXT_UNIT_REMARKS_H

/* A name without what stands in brackets and tells where the unit comes from, or a part of it: "Xã Phú Đông"
 * of "Xã Phú Đông (sáp nhập từ xã Phú Đông và xã Phú Tây)", of "… (Phú Bình cũ)" and "… (mới)". Other
 * brackets stay: "Đồng Lạc (xã)". name may be NULL. Owned by the caller. */
char *unit_without_remarks(const char *name);

#endif
