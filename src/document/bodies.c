/* The bodies stand left of the national motto or above the title, one above the other; the bold one issues
 * the text. A name may take two lines, the second of them bold ("CÔNG TY CỔ PHẦN" / "BÁNH KẸO NGỌC LAN"). */
#include "document/bodies.h"

#include <string.h>

/* Names of places go on with the body named before them: "ỦY BAN NHÂN DÂN" / "XÃ A". */
static const char *const places[] = {"xa ",   "phuong ",    "thi tran ", "dac khu ", "huyen ", "quan ",
                                     "tinh ", "thanh pho ", "thi xa ",   "tp ",      "tp."};

/* Those that have no committee below them. */
static const char *const communes[] = {"xa ", "phuong ", "thi tran ", "dac khu "};

static const char *const committees[] = {"uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd"};

/* Kinds that are no name when nothing follows them. */
static const char *const bare_kinds[] = {"truong",
                                         "truong thcs",
                                         "truong trung hoc co so",
                                         "truong thpt",
                                         "truong tieu hoc",
                                         "truong th",
                                         "truong mam non",
                                         "truong mn",
                                         "truong mau giao",
                                         "truong ptdtbt",
                                         "truong ptdtnt",
                                         "truong trung hoc pho thong",
                                         "ban quan li du an",
                                         "ban quan li",
                                         "hop tac xa",
                                         "trung tam",
                                         "benh vien",
                                         "benh vien da khoa"};

/* Bodies that only a letterhead tells by these words; elsewhere lines begin so that are none (lines.c). */
static const char *const bodies[] = {
    "hat kiem lam",        "dai phat thanh",   "dai truyen thanh", "dai truyen hinh", "doi quan li ",
    "thue tinh ",          "thue thanh pho ",  "thue co so ",      "thue khu vuc ",   "hai quan ",
    "kho bac nha nuoc",    "bao hiem xa hoi ", "thanh tra tinh",   "thanh tra so",    "thanh tra huyen",
    "thanh tra thanh pho", "van phong ",       "bao tang ",        "thu vien ",       "nha hat ",
    "nha thieu nhi",       "nha van hoa ",     "lien minh ",       "tinh doan",       "tram khuyen nong",
    "tram thu i",          "tram trong trot",  "tram kiem "};

/* Schools, health centres and hospitals in short; below a company they may be its name ("TH"). */
static const char *const short_bodies[] = {
    "th ",   "th&thcs ", "th-thcs ", "th - thcs ", "th & thcs ", "thcs ",     "thcs&thpt ", "thpt ",
    "ptcs ", "ptdtbt ",  "ptdtnt ",  "mn ",        "mg ",        "tieu hoc ", "mam non ",   "mau giao ",
    "ttyt ", "tt i te ", "tt ksbt ", "tt gdnn",    "tt gdtx",    "bvdk ",     "bv "};

/* What no name ends with: the next line goes on with it. */
static const char *const joints[] = {" va", " -", " –", ",", " cua", " thuoc"};

static const char *const companies[] = {"cong ti ",      "cti ",        "tong cong ti ", "tap doan ",
                                        "doanh nghiep ", "hop tac xa ", "htx ",          "dntn "};

/* What a part of a company is called; other words below a company's line are the rest of its name. */
static const char *const parts[] = {
    "cong ti ",     "cti ",          "tong cong ti ", "nha may ",   "xi nghiep ", "chi nhanh ", "khach san ",
    "nha hang ",    "phan xuong ",   "xuong ",        "van phong ", "trung tam ", "tram ",      "doi ",
    "to ",          "kho ",          "cua hang ",     "sieu thi ",  "khoi ",      "khu ",       "bo phan ",
    "nong truong ", "lam truong ",   "mo ",           "cang ",      "ben ",       "doan ",      "dang ",
    "hoi ",         "chi bo ",       "chi doan ",     "khoa ",      "cum ",       "don vi ",    "du an ",
    "phong ",       "ban ",          "cong doan ",    "hoi dong ",  "truong ",    "benh vien ", "vien ",
    "giam doc",     "tong giam doc", "chu tich ",     "so ",        "hdqt",       "hdtv"};

/* Those that issue what is their company's. */
static const char *const offices[] = {
    "phong ",        "ban giam doc",  "ban tong giam doc", "ban lanh dao",      "ban dieu hanh",
    "ban chap hanh", "bch cong doan", "cong doan",         "hoi dong quan tri", "hoi dong thanh vien",
    "hdqt",          "hdtv",          "bo phan ",          "giam doc",          "tong giam doc"};

/* -- Words -- */

static gboolean begins(const char *folded, const char *const *words, guint count)
{
    for (guint i = 0; i < count; i++) {
        if (g_str_has_prefix(folded, words[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_one_of(const char *folded, const char *const *words, guint count)
{
    for (guint i = 0; i < count; i++) {
        if (g_str_equal(folded, words[i]))
            return TRUE;
    }
    return FALSE;
}

#define BEGINS(folded, words) begins(folded, words, G_N_ELEMENTS(words))
#define IS_ONE_OF(folded, words) is_one_of(folded, words, G_N_ELEMENTS(words))

/* -- Lines -- */

static gboolean is_motto_side(const Piece *piece)
{
    return piece->line.phrase == PHRASE_NATION || piece->line.phrase == PHRASE_MOTTO;
}

/* "CỘNG HÒA …" after a single space or two on the line of the body. */
static gboolean holds_nation(const char *folded)
{
    return strstr(folded, "cong hoa xa hoi chu nghia") || strstr(folded, "doc lap - tu do");
}

static gboolean ends_letterhead(const Piece *piece)
{
    switch (piece->line.phrase) {
    case PHRASE_DECISION:
    case PHRASE_ENACTS:
    case PHRASE_REGULATION:
    case PHRASE_LAW:
    case PHRASE_OTHER_KIND:
    case PHRASE_BASIS:
    case PHRASE_ISSUED_WITH:
    case PHRASE_OFFICE:
    case PHRASE_AUTHORITY:
        return TRUE;
    default:
        return FALSE;
    }
}

/* A whole name in a foreign language in brackets below the other; "(VIỆT NAM)" is part of it. */
static gboolean is_translation(const char *folded)
{
    return *folded == '(' &&
           (strstr(folded, "co., ltd") || strstr(folded, "co.,ltd") || strstr(folded, " jsc") ||
            strstr(folded, " company") || strstr(folded, " corporation"));
}

static gboolean is_body_line(const Piece *piece, const char *folded, guint motto_column)
{
    if (is_motto_side(piece) || piece->line.phrase == PHRASE_NUMBER ||
        piece->line.phrase == PHRASE_ACT_NUMBER || is_translation(folded))
        return FALSE;
    if (piece->column >= motto_column || piece->line.mark.style != STYLE_NONE)
        return FALSE;
    return piece->line.capitals && !holds_nation(folded);
}

/* Column the motto stands in; G_MAXUINT when it stands in none of its own. */
static guint find_motto_column(const GArray *pieces)
{
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        if (is_motto_side(piece) && piece->column > 0)
            return piece->column;
    }
    return G_MAXUINT;
}

static gboolean names_body(const Piece *piece, const char *folded)
{
    return piece->line.phrase == PHRASE_BODY || piece->line.phrase == PHRASE_STATE ||
           BEGINS(folded, companies) || BEGINS(folded, bodies);
}

static gboolean is_cut_off(const char *folded)
{
    for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
        if (g_str_has_suffix(folded, joints[i]))
            return TRUE;
    return FALSE;
}

/* -- Names of two lines -- */

/* TRUE when the line goes on with the name above it, folded as well, though it stands out from it. */
static gboolean goes_on(const char *above, const Piece *piece, const char *folded)
{
    if (IS_ONE_OF(above, committees))
        return BEGINS(folded, places) || !names_body(piece, folded);
    if (IS_ONE_OF(above, bare_kinds))
        return !names_body(piece, folded);
    g_autofree char *company = g_strconcat(above, " ", NULL);
    return BEGINS(company, companies) && !names_body(piece, folded) && !BEGINS(folded, parts);
}

static gboolean opens_body(const char *above, const Piece *piece, const char *folded, const Piece *before)
{
    if (is_cut_off(above) || goes_on(above, piece, folded))
        return FALSE;
    if (piece->line.bold && !before->line.bold)
        return TRUE;
    if (BEGINS(folded, short_bodies) && !BEGINS(above, companies))
        return TRUE;
    return names_body(piece, folded) && !BEGINS(folded, places);
}

/* A name that is too long to be one grows no more: it is left out in the end (front.c). */
static void append_name(char **name, const char *more)
{
    if (*name && strlen(*name) > FRONT_TEXT_BYTES)
        return;
    char *joined = *name ? g_strconcat(*name, " ", more, NULL) : g_strdup(more);
    g_free(*name);
    *name = joined;
}

/* -- Committees -- */

/* "ỦY BAN NHÂN DÂN THÀNH PHỐ A" / "PHƯỜNG B", and elsewhere before the bases the body in full. */
static void complete_commune(const GArray *pieces, FrontMatter *front, const char *above, const char *folded)
{
    if (!front->parent || !BEGINS(above, committees) || !BEGINS(folded, communes))
        return;
    for (guint i = 0; i < pieces->len; i++) {
        g_autofree char *text = piece_folded(piece_at(pieces, i));
        for (guint k = 0; k < 2; k++) {
            g_autofree char *full = g_strdup_printf("%s %s", committees[k], folded);
            if (!strstr(text, full))
                continue;
            char *unit = g_strconcat(k == 0 ? "ỦY BAN NHÂN DÂN " : "UBND ", front->unit, NULL);
            g_free(front->unit);
            front->unit = unit;
            return;
        }
    }
}

/* -- Reading -- */

void bodies_read(const GArray *pieces, FrontMatter *front)
{
    const guint motto_column = find_motto_column(pieces);
    const Piece *before = NULL;
    g_autofree char *unit = NULL;   /* as folded */
    g_autofree char *parent = NULL; /* as folded */
    for (guint i = 0; i < pieces->len && !ends_letterhead(piece_at(pieces, i)); i++) {
        const Piece *piece = piece_at(pieces, i);
        g_autofree char *text = piece_text(piece);
        g_autofree char *folded = piece_folded(piece);
        if (before && piece->line.phrase == PHRASE_NUMBER)
            break; /* what comes below is the title, whatever it is called */
        if (!is_body_line(piece, folded, motto_column))
            continue;
        if (!before && !names_body(piece, folded) && motto_column == G_MAXUINT)
            continue;
        if (before && opens_body(unit, piece, folded, before)) {
            if (BEGINS(unit, companies) && BEGINS(folded, offices))
                break;
            g_free(front->parent);
            front->parent = g_steal_pointer(&front->unit);
            g_free(parent);
            parent = g_steal_pointer(&unit);
        }
        append_name(&front->unit, text);
        append_name(&unit, folded);
        front->unit_block = piece->block;
        before = piece;
    }
    if (parent)
        complete_commune(pieces, front, parent, unit);
}
