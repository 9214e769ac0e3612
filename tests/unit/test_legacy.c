/* Legacy fonts, both ways: the encoders here are written from the encodings' own descriptions, so that a
 * slip in the decoder's tables shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/legacy.h"
#include "text/legacy_name.h"

static const char motto[] = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc.";
static const char clause[] =
    "Thủ trưởng cơ quan có trách nhiệm công khai dự toán, quyết toán kinh phí hằng năm; cán bộ, công chức, "
    "viên "
    "chức, người lao động được bàn, tham gia ý kiến và giám sát; kỹ thuật, kỷ luật, bằng cấp, lắp đặt, nuôi "
    "dưỡng, giữ gìn, ngõ hẻm, mỹ thuật, quả quyết, ưu tiên, ủy quyền, nghỉ phép, rõ ràng, hẳn hoi, sẵn sàng, "
    "nhẫn nại, khẩn cấp, để dành, dễ dãi, rẻ, vẽ, tổng, mỗi, lớp, mở, nữa, nửa, xứng, thũng, cụ, lị, lũy, ỵ.";

/* -- Encoders -- */

static char *encode_tcvn(const char *text)
{
    g_autoptr(GError) error = NULL;
    gsize length;
    g_autofree char *bytes = g_convert(text, -1, "TCVN5712-1", "UTF-8", NULL, &length, &error);
    if (bytes == NULL)
        skip();
    return g_convert(bytes, length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

/* From the decomposed form: shape and tone together choose the mark. */
static gunichar vni_mark(gunichar shape, gunichar tone)
{
    static const gunichar tones[] = {0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
    static const gunichar plain[] = {0, U'ø', U'û', U'õ', U'ù', U'ï'};
    static const gunichar circumflex[] = {U'â', U'à', U'å', U'ã', U'á', U'ä'};
    static const gunichar breve[] = {U'ê', U'è', U'ú', U'ü', U'é', U'ë'};
    const gunichar *marks = shape == 0x0302 ? circumflex : shape == 0x0306 ? breve : plain;
    for (guint i = 0; i < G_N_ELEMENTS(tones); i++) {
        if (tones[i] == tone)
            return marks[i];
    }
    return 0;
}

static gunichar vni_base(gunichar base, gunichar *shape, gunichar *tone)
{
    static const gunichar marked_i[][2] = {
        {0x0300, U'ì'}, {0x0309, U'æ'}, {0x0303, U'ó'}, {0x0301, U'í'}, {0x0323, U'ò'}};
    if (base == U'đ')
        return U'ñ';
    if (*shape == 0x031B) {
        *shape = 0;
        return base == 'o' ? U'ô' : U'ö';
    }
    if (base == 'y' && *tone == 0x0323) {
        *tone = 0;
        return U'î';
    }
    for (guint i = 0; base == 'i' && i < G_N_ELEMENTS(marked_i); i++) {
        if (marked_i[i][0] == *tone) {
            *tone = 0;
            return marked_i[i][1];
        }
    }
    return base;
}

static char *encode_vni(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        const gboolean upper = g_unichar_isupper(c);
        gunichar parts[4];
        gunichar shape = 0;
        gunichar tone = 0;
        const gsize count =
            g_unichar_fully_decompose(g_unichar_tolower(c), FALSE, parts, G_N_ELEMENTS(parts));
        for (gsize i = 1; i < count; i++) {
            if (parts[i] == 0x0302 || parts[i] == 0x0306 || parts[i] == 0x031B)
                shape = parts[i];
            else
                tone = parts[i];
        }
        const gunichar base = vni_base(parts[0], &shape, &tone);
        const gunichar mark = vni_mark(shape, tone);
        g_string_append_unichar(out, upper ? g_unichar_toupper(base) : base);
        if (mark != 0)
            g_string_append_unichar(out, upper ? g_unichar_toupper(mark) : mark);
    }
    return g_string_free(out, FALSE);
}

static void assert_decodes(LegacyEncoding encoding, const char *legacy, const char *expected)
{
    g_autofree char *decoded = legacy_decode(legacy, -1, encoding);
    assert_string_equal(decoded, expected);
}

/* -- Tests -- */

static void knows_encodings_by_font_name(void **state)
{
    (void)state;
    assert_int_equal(legacy_of_font(".VnTime"), LEGACY_TCVN3);
    assert_int_equal(legacy_of_font(".VnArial Narrow"), LEGACY_TCVN3);
    assert_int_equal(legacy_of_font("'.vntime', serif"), LEGACY_TCVN3);
    assert_int_equal(legacy_of_font(".VnTimeH"), LEGACY_TCVN3_CAPITALS);
    assert_int_equal(legacy_of_font("\".VnArialH Bold\""), LEGACY_TCVN3_CAPITALS);
    assert_int_equal(legacy_of_font(".VnTimeH1"), LEGACY_TCVN3_CAPITALS);
    assert_int_equal(legacy_of_font("VNI-Times"), LEGACY_VNI);
    assert_int_equal(legacy_of_font("vni-helve"), LEGACY_VNI);
    assert_int_equal(legacy_of_font("Times New Roman"), LEGACY_NONE);
    assert_int_equal(legacy_of_font("Vntime"), LEGACY_NONE);
    assert_int_equal(legacy_of_font(""), LEGACY_NONE);
    assert_int_equal(legacy_of_font(NULL), LEGACY_NONE);
}

static void decodes_tcvn3(void **state)
{
    (void)state;
    assert_decodes(LEGACY_TCVN3, "§¶ng bé c¬ quan", "Đảng bộ cơ quan");
    assert_decodes(LEGACY_TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam");
    assert_decodes(LEGACY_TCVN3, "ng­êi lao ®éng ®­îc biÕt", "người lao động được biết");
}

static void shows_capitals_for_fonts_that_draw_capitals(void **state)
{
    (void)state;
    assert_decodes(LEGACY_TCVN3_CAPITALS, "quy chÕ d©n chñ, ®iÒu 1", "QUY CHẾ DÂN CHỦ, ĐIỀU 1");
}

static void decodes_every_tcvn3_sentence_that_iconv_encodes(void **state)
{
    (void)state;
    const char *const sentences[] = {motto, clause};
    for (guint i = 0; i < G_N_ELEMENTS(sentences); i++) {
        g_autofree char *legacy = encode_tcvn(sentences[i]);
        assert_decodes(LEGACY_TCVN3, legacy, sentences[i]);
    }
}

static void decodes_vni(void **state)
{
    (void)state;
    assert_decodes(LEGACY_VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc");
    assert_decodes(LEGACY_VNI, "ÑIEÀU LEÄ TRÖÔØNG", "ĐIỀU LỆ TRƯỜNG");
    assert_decodes(LEGACY_VNI, "Uûy ban, UÛY BAN", "Ủy ban, ỦY BAN");
}

static void decodes_every_vni_sentence_of_either_case(void **state)
{
    (void)state;
    g_autofree char *capitals = g_utf8_strup(clause, -1);
    const char *const sentences[] = {motto, clause, capitals};
    for (guint i = 0; i < G_N_ELEMENTS(sentences); i++) {
        g_autofree char *legacy = encode_vni(sentences[i]);
        assert_decodes(LEGACY_VNI, legacy, sentences[i]);
    }
}

static void keeps_punctuation_and_digits(void **state)
{
    (void)state;
    assert_decodes(LEGACY_TCVN3, "“1. ®iÒu” – 30°C", "“1. điều” – 30°C");
    assert_decodes(LEGACY_VNI, "“1. ñieàu” – 30°C", "“1. điều” – 30°C");
}

static void leaves_unicode_text_in_a_legacy_font_alone(void **state)
{
    (void)state;
    assert_decodes(LEGACY_TCVN3, "Đã có ý kiến", "Đã có ý kiến");
    assert_decodes(LEGACY_VNI, "Quy chế", "Quy chế");
    assert_decodes(LEGACY_NONE, "§¶ng", "§¶ng");
}

static LegacyEncoding guess(const char *text)
{
    return legacy_guess(text, strlen(text));
}

static void guesses_legacy_letters_under_an_ordinary_font(void **state)
{
    (void)state;
    g_autofree char *tcvn = encode_tcvn(motto);
    g_autofree char *vni = encode_vni(motto);
    assert_int_equal(guess(tcvn), LEGACY_TCVN3);
    assert_int_equal(guess(vni), LEGACY_VNI);
    g_autofree char *long_tcvn = encode_tcvn(clause);
    g_autofree char *long_vni = encode_vni(clause);
    assert_int_equal(guess(long_tcvn), LEGACY_TCVN3);
    assert_int_equal(guess(long_vni), LEGACY_VNI);
}

/* Whatever stands first, of either kind: the whole counts. */
static void guesses_by_the_whole_of_a_long_text(void **state)
{
    (void)state;
    g_autofree char *tcvn = encode_tcvn(clause);
    g_autoptr(GString) legacy = g_string_new("Số: Điều Đ ạ ");
    g_autoptr(GString) unicode = g_string_new(tcvn);
    for (guint i = 0; i < 40; i++)
        g_string_append(legacy, tcvn);
    for (guint i = 0; i < 40; i++)
        g_string_append(unicode, clause);
    for (guint shift = 0; shift < 4; shift++) { /* so that some letter stands across each part's end */
        assert_int_equal(guess(legacy->str), LEGACY_TCVN3);
        assert_int_equal(guess(unicode->str), LEGACY_NONE);
        g_string_prepend_c(legacy, 'a');
        g_string_prepend_c(unicode, 'a');
    }
}

static void guesses_nothing_for_other_text(void **state)
{
    (void)state;
    const char *const others[] = {
        clause,
        "các cá nhân và bác sĩ có ý chí là ít; xã ta có thú cá, có cái tài là và, là dù",
        "The head of the office shall disclose the budget — “at least” 20 days, naïve or not, café included.",
        "Le présent règlement définit où, à qui et après quel délai la réclamation déposée est jugée; été, "
        "élève, "
        "français, être, août, naïf, là, déjà, très, forêt, garçon, hôtel, île, œuvre, goût, sûr, âge, pâte.",
        "Señor, mañana el niño comerá aquí; el corazón está así después también está más allá, según él.",
        "for (i = 0; i < n; i++) x[i] += «y» ? a ¬ b : © 2020 ® ±1 µm; /* §3 ¶2 */",
        "",
    };
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        assert_int_equal(guess(others[i]), LEGACY_NONE);
}

static void names_of_files_are_read_in_the_encoding_that_makes_syllables(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        /* TCVN3, Windows-1258, VNI */
        {"UBND x\xb7 \xa7\xe5ng L\xb9"
         "c.docx",
         "UBND xã Đồng Lạc.docx"},
        {"UBND xa\xde \xd0\xf4\xccng La\xf2"
         "c.docx",
         "UBND xã Đồng Lạc.docx"},
        {"UBND xa\xf5 \xd1o\xe0ng La\xef"
         "c.docx",
         "UBND xã Đồng Lạc.docx"},
        {"Tr\xad\xeang Ti\xd3u h\xe4"
         "c Nam S\xacn.doc",
         "Trường Tiểu học Nam Sơn.doc"},
        {"Pho\xccng N\xf4\xf2i vu\xf2.odt", "Phòng Nội vụ.odt"},
        {"Xã Nam Sơn/quy ch\xd5.docx", "Xã Nam Sơn/quy chế.docx"},
        {"R\xe8glement int\xe9rieur.docx", "Règlement intérieur.docx"},
        /* UTF-8 already; noise; control codes */
        {"Xã Nam Sơn/quy chế.docx", NULL},
        {"a\xff\xfe\xa7\xb1.docx", NULL},
        {"\xff\xfe.docx", NULL},
        {"quy ch\x81.docx", NULL},
        {"q\xa7\xb1/quy ch\xd5.docx", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *name = legacy_name(names[i][0]);
        if (g_strcmp0(name, names[i][1]) != 0)
            fail_msg("%s, not %s", name, names[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_encodings_by_font_name),
        cmocka_unit_test(decodes_tcvn3),
        cmocka_unit_test(shows_capitals_for_fonts_that_draw_capitals),
        cmocka_unit_test(decodes_every_tcvn3_sentence_that_iconv_encodes),
        cmocka_unit_test(decodes_vni),
        cmocka_unit_test(decodes_every_vni_sentence_of_either_case),
        cmocka_unit_test(keeps_punctuation_and_digits),
        cmocka_unit_test(leaves_unicode_text_in_a_legacy_font_alone),
        cmocka_unit_test(guesses_legacy_letters_under_an_ordinary_font),
        cmocka_unit_test(guesses_by_the_whole_of_a_long_text),
        cmocka_unit_test(guesses_nothing_for_other_text),
        cmocka_unit_test(names_of_files_are_read_in_the_encoding_that_makes_syllables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
