/* Text from documents and file systems made fit for a screen: nothing in it can move the cursor, change the
 * terminal or turn the direction of writing (ECMA-48 control functions; Unicode annex 9). Lines are measured
 * and wrapped in columns, not bytes. */
#ifndef RASOAT_REPORT_DISPLAY_H
#define RASOAT_REPORT_DISPLAY_H

#include <glib.h>

/* TRUE for a character that acts instead of showing: a control, direction or line mark. */
gboolean display_acts(gunichar c);

/* The text with control and direction characters shown as \x1B or \u202E, and bytes that are no UTF-8 as
 * \xE9. Line breaks and tabs become one space each. Owned by the caller. */
char *display_text(const char *text);

/* As display_text(), with line breaks and tabs as they are. Owned by the caller. */
char *display_lines(const char *text);

/* A file name in UTF-8, for people and JSON: bytes that are no UTF-8 as \xE9; nothing else is changed. Owned
 * by the caller. */
char *display_name(const char *name);

/* A path as an office reads it and finds it: display_name(), and before it, where the name is in an old
 * encoding, what it says (text/legacy_name.h): "xã Đồng Lạc.docx (x\xB7 \xA7\xE5ng L\xB9c.docx)". Owned by
 * the caller. */
char *display_path(const char *path);

/* As display_text(), for a message that names files in quotes (“…”) or before a colon: those in an old
 * encoding as display_path() has them. Owned by the caller. */
char *display_message(const char *message);

/* Columns that UTF-8 text takes: none for combining marks, two for wide characters. */
guint display_width(const char *text);

/* Appends text, made safe and wrapped at width columns. The first line begins after first columns that are
 * taken already, the others with indent spaces. Words longer than a line are broken between graphemes. on and
 * off (may be NULL) are written around the text of each line. Ends with a line break. */
void display_wrap(GString *out, const char *text, guint width, guint first, guint indent, const char *on,
                  const char *off);

/* What stands behind a text in a style of its own. */
typedef struct {
    const char *text, *on, *off; /* on and off may be NULL */
} DisplayMark;

/* As display_wrap(), with the mark as its last word. */
void display_wrap_marked(GString *out, const char *text, guint width, guint first, guint indent,
                         const char *on, const char *off, const DisplayMark *mark);

#endif
